import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type VNode } from 'preact';
import { AuthorizationResponseError } from 'openid-client';
import { EIDAS_WAY } from '#identity';
import { chosenLanguage } from '../http/chosen-language.js';
import { SeeOther } from '../http/see-other.js';
import { OpenToAll } from '../http/visit.guard.js';
import { pathBack, PATHS } from '../paths.js';
import { isProblem } from '../rest/api-problem.js';
import { type KeptForm, renamed, saved } from './kept-session.js';
import { tokenOf } from './kept-visitors.js';
import { MitIdSignedIn } from './mitid-signed-in.js';
import { OpenId } from './open-id.js';
import { GoOnPage } from './pages/go-on-page.js';
import { SignInFailedPage } from './pages/sign-in-failed-page.js';
import { SESSION_OPTIONS, type SessionOptions } from './session-options.js';
import { SignInCookie, type SignInUnderWay } from './sign-in-cookie.js';
import { type SignInFault } from './session-words.js';
import { TokenApi } from './token-api.js';
import { CALLBACK_PATH, eidasAddress, GO_ON_PATH, SIGN_IN_PATH } from './session-paths.js';

/** Asks again who somebody is. */
const AGAIN = '&igen=1';

/** Whoever tries again would be signed in as before. */
const ASKED_AGAIN: readonly SignInFault[] = ['tooWeak', 'noAccess', 'unlinked'];

const STATUS: Readonly<Record<SignInFault, number>> = {
  declined: 403,
  tooWeak: 403,
  noAccess: 403,
  unlinked: 403,
  over: 400,
  unavailable: 503,
};

/** The way to MitID and back. */
@OpenToAll()
@Controller()
export class SignInController {
  constructor(
    @Inject(SESSION_OPTIONS) private readonly options: SessionOptions,
    private readonly openId: OpenId,
    private readonly cookie: SignInCookie,
    private readonly tokens: TokenApi,
    private readonly signedIn: MitIdSignedIn,
  ) {}

  /** @param til path to go to afterwards @param igen `1`: who one is shall be asked again @param eid `eidas`: they have an eID of another EU country */
  @Get(SIGN_IN_PATH)
  async begin(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query('til') til: unknown,
    @Query('igen') igen: unknown,
    @Query('eid') eid: unknown,
  ): Promise<SeeOther | VNode> {
    const { publicUrl } = this.options;
    const back = pathBack(til);
    const abroad = eid === EIDAS_WAY;
    // Whoever chooses another eID is somebody else to MitID.
    const anew = igen === '1' || abroad;
    // The way back leads there, and a cookie of another name for this machine would not.
    if (request.headers.host !== new URL(publicUrl).host)
      return new SeeOther(
        publicUrl +
          (abroad
            ? eidasAddress(this.signedIn.signInAddress(back))
            : this.signedIn.signInAddress(back) + (anew ? AGAIN : '')),
      );
    try {
      const { address, underWay } = await this.openId.begin(back, anew, abroad, chosenLanguage(request));
      await this.cookie.keep(response, [underWay, ...(await this.cookie.of(request))]);
      return new SeeOther(address);
    } catch {
      return this.#failed(response, 'unavailable', back);
    }
  }

  @Get(CALLBACK_PATH)
  async finish(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query('state') state: unknown,
  ): Promise<SeeOther | VNode> {
    const underWay = await this.cookie.of(request);
    const begun = underWay.find(sign => sign.state === state);
    // Back once more, by the browser's own way back.
    if (!begun) return request.session.visitor ? new SeeOther(PATHS.home) : this.#failed(response, 'over');
    await this.cookie.keep(
      response,
      underWay.filter(sign => sign !== begun),
    );
    try {
      await this.#signIn(request, begun);
      return new SeeOther(begun.back);
    } catch (error) {
      return this.#failed(response, faultOf(error), begun.back);
    }
  }

  @Get(GO_ON_PATH)
  async goOn(@Req() request: Request): Promise<SeeOther | VNode> {
    const form: KeptForm | undefined = this.signedIn.takeForm(request);
    return form ? <GoOnPage {...form} /> : new SeeOther(PATHS.home);
  }

  async #signIn(request: Request, begun: SignInUnderWay): Promise<void> {
    const { idToken, name } = await this.openId.finish(request.originalUrl, begun);
    const given = await this.tokens.exchange(idToken);
    const { form } = request.session;
    await renamed(request);
    if (form) request.session.form = form;
    request.session.visitor = {
      name,
      role: given.scope,
      person: given.person,
      session: given.session,
      renewal: given.refresh_token!,
      ...tokenOf(given, this.options.clock.now()),
    };
    await saved(request);
  }

  #failed(response: Response, fault: SignInFault, back: string = PATHS.home): VNode {
    response.status(STATUS[fault]);
    const again = ASKED_AGAIN.includes(fault) ? AGAIN : '';
    return <SignInFailedPage fault={fault} signInAddress={this.signedIn.signInAddress(back) + again} />;
  }
}

function faultOf(error: unknown): SignInFault {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'declined' : 'over';
  if (isProblem(error, 401) && error.document?.code === 'weak-sign-in') return 'tooWeak';
  if (isProblem(error, 401) && error.document?.code === 'incomplete-token') return 'unlinked';
  if (isProblem(error, 403)) return 'noAccess';
  if (isProblem(error, 503, 429, 500) || error instanceof TypeError) return 'unavailable';
  return 'over';
}
