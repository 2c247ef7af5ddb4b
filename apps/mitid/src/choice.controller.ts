import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Provider } from 'oidc-provider';
import { NSIS, NSIS_OF_EIDAS } from '#identity';
import { type Words } from '#journey';
import { CHOICE_PATH, signInPath, eidasPath } from './issuer/new-issuer.js';
import { pageLanguage } from './page-language.js';
import { eidasPage } from './pages/eidas-page.js';
import { signInPage } from './pages/sign-in-page.js';
import { type MitIdPerson } from './people.js';

export const MITID_ISSUER = Symbol('OpenID provider');
export const PEOPLE = Symbol('people');

interface Choice {
  readonly person?: unknown;
  readonly level?: unknown;
}

/** A service that has no name. */
const SERVICE: Words = { da: 'tjenesten', en: 'the service' };

/** What a level is in `acr`, by what is chosen on either page. */
const ACR: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(NSIS).map(level => [level, level])),
  ...NSIS_OF_EIDAS,
};

/** The pages on which one says who one is, between a service that asks and its answer. */
@Controller(`${CHOICE_PATH}/:uid`)
export class ChoiceController {
  constructor(
    @Inject(MITID_ISSUER) private readonly provider: Provider,
    @Inject(PEOPLE) private readonly people: readonly MitIdPerson[],
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    return this.#page(request, response, false);
  }

  @Get('eidas')
  @Header('Content-Type', 'text/html; charset=utf-8')
  showEidas(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    return this.#page(request, response, true);
  }

  @Post()
  @HttpCode(200)
  @Header('Content-Type', 'text/html; charset=utf-8')
  choose(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() choice: Choice,
  ): Promise<string | undefined> {
    return this.#chosen(request, response, choice, false);
  }

  @Post('eidas')
  @HttpCode(200)
  @Header('Content-Type', 'text/html; charset=utf-8')
  chooseEidas(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() choice: Choice,
  ): Promise<string | undefined> {
    return this.#chosen(request, response, choice, true);
  }

  @Post('afbryd')
  async cancel(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const result = { error: 'access_denied', error_description: 'The person did not sign in.' };
    await this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  async #chosen(
    request: Request,
    response: Response,
    { person, level }: Choice,
    abroad: boolean,
  ): Promise<string | undefined> {
    const chosen = this.#peopleOf(abroad).find(({ name }) => name === person);
    const acr = typeof level === 'string' && Object.hasOwn(ACR, level) ? ACR[level] : undefined;
    if (!chosen || acr === undefined) {
      response.status(422);
      return this.#page(request, response, abroad, true);
    }
    const result = { login: { accountId: chosen.name, acr, remember: false } };
    await this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    return undefined;
  }

  async #page(request: Request, response: Response, abroad: boolean, faulty = false): Promise<string> {
    const { uid, params } = await this.provider.interactionDetails(request, response);
    const client = await this.provider.Client.find(String(params['client_id']));
    const page = abroad ? eidasPage : signInPage;
    const language = pageLanguage(request, params['ui_locales']);
    return page({
      language,
      action: abroad ? eidasPath(uid) : signInPath(uid),
      cancelAction: `${signInPath(uid)}/afbryd`,
      otherWay: abroad ? signInPath(uid) : eidasPath(uid),
      service: client?.clientName ?? SERVICE[language],
      people: this.#peopleOf(abroad),
      faulty,
    });
  }

  #peopleOf(abroad: boolean): readonly MitIdPerson[] {
    return this.people.filter(({ country }) => (country !== undefined) === abroad);
  }
}
