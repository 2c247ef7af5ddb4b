import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Provider } from 'oidc-provider';
import { LEVELS, signInPage } from './pages/sign-in-page.js';
import { type MitIdPerson } from './people.js';
import { CHOICE_PATH } from './issuer/new-issuer.js';

export const MITID_ISSUER = Symbol('OpenID provider');
export const PEOPLE = Symbol('people');

interface Choice {
  readonly person?: unknown;
  readonly level?: unknown;
}

/** The page on which one says who one is, between a service that asks and its answer. */
@Controller(`${CHOICE_PATH}/:uid`)
export class ChoiceController {
  constructor(
    @Inject(MITID_ISSUER) private readonly provider: Provider,
    @Inject(PEOPLE) private readonly people: readonly MitIdPerson[],
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    return this.#page(request, response);
  }

  @Post()
  @HttpCode(200)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async choose(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() { person, level }: Choice,
  ): Promise<string | undefined> {
    const chosen = this.people.find(({ name }) => name === person);
    const acr = LEVELS.find(({ value }) => value === level)?.value;
    if (!chosen || acr === undefined) {
      response.status(422);
      return this.#page(request, response, true);
    }
    const result = { login: { accountId: chosen.name, acr, remember: false } };
    await this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    return undefined;
  }

  @Post('afbryd')
  async cancel(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const result = { error: 'access_denied', error_description: 'The person did not sign in.' };
    await this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  async #page(request: Request, response: Response, faulty = false): Promise<string> {
    const { uid, params } = await this.provider.interactionDetails(request, response);
    const client = await this.provider.Client.find(String(params['client_id']));
    return signInPage({
      action: `${CHOICE_PATH}/${uid}`,
      service: client?.clientName ?? 'tjenesten',
      people: this.people,
      faulty,
    });
  }
}
