import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type VNode } from 'preact';
import { chosenLanguage } from '../http/chosen-language.js';
import { SeeOther } from '../http/see-other.js';
import { OpenToAll } from '../http/visit.guard.js';
import { pathBack, PATHS } from '../paths.js';
import { faceCookie } from './face-cookie.js';
import { destroyed } from './kept-session.js';
import { MitIdSignedIn } from './mitid-signed-in.js';
import { OpenId } from './open-id.js';
import { SignedOutPage } from './pages/signed-out-page.js';
import { SESSION_OPTIONS, type SessionOptions } from './session-options.js';
import { TokenApi } from './token-api.js';
import { SIGNED_OUT_PATH, SIGN_OUT_PATH, STAY_PATH } from './session-paths.js';

/** The way out: here at once, and then, at the issuer, everywhere. */
@OpenToAll()
@Controller()
export class SignOutController {
  constructor(
    @Inject(SESSION_OPTIONS) private readonly options: SessionOptions,
    private readonly openId: OpenId,
    private readonly tokens: TokenApi,
    private readonly signedIn: MitIdSignedIn,
  ) {}

  @Post(SIGN_OUT_PATH)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SeeOther> {
    const visitor = await this.signedIn.visitor(request).catch(() => undefined);
    const { visitor: kept } = request.session ?? {};
    const { name, options } = faceCookie(this.options.publicUrl, 'session');
    response.clearCookie(name, options).set('Clear-Site-Data', '"cache"');
    // Nobody stays signed in here because something else is away; what is not ended there runs out.
    if (visitor && kept) await this.tokens.end(kept.session, kept.token).catch(() => undefined);
    if (kept) await destroyed(request);
    // Also of whoever was away too long: the issuer may know them still.
    return new SeeOther(await this.openId.endAddress(chosenLanguage(request)).catch(() => SIGNED_OUT_PATH));
  }

  @Get(SIGNED_OUT_PATH)
  signedOut(): VNode {
    return <SignedOutPage signInAddress={this.signedIn.signInAddress(PATHS.home)} />;
  }

  /** Whoever asks is still there: their session goes on. */
  @Get(STAY_PATH)
  stay(@Query('til') til: unknown): SeeOther {
    return new SeeOther(pathBack(til));
  }
}
