import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { sessionEnd } from './express-session-store.js';
import { FormTokens } from './form-tokens.js';
import { saved } from './kept-session.js';
import { KeptVisitors } from './kept-visitors.js';
import { SESSION_OPTIONS, type SessionOptions } from './session-options.js';
import { type ActedFor, type FormToken, SignedIn, type Visitor } from './signed-in.js';
import { GO_ON_PATH, SIGN_IN_PATH, SIGN_OUT_PATH } from './session-paths.js';

const FIELD = '_form';
/** Bytes of a form that are kept of somebody whose session is over. */
const MOST_KEPT = 128 * 1024;
/** Forms that are kept of one person in so many seconds, by one process: each takes a row. */
const KEPT_OFTEN = { points: 10, duration: 600 };

/** Who has signed in with MitID, by the session of their browser. */
@Injectable()
export class MitIdSignedIn extends SignedIn {
  override readonly publicUrl: string;
  override readonly signOutAddress = SIGN_OUT_PATH;
  override readonly formOrigins: readonly string[];
  readonly #forms: FormTokens;
  readonly #kept = new RateLimiterMemory(KEPT_OFTEN);

  constructor(
    @Inject(SESSION_OPTIONS) private readonly options: SessionOptions,
    private readonly visitors: KeptVisitors,
  ) {
    super();
    this.publicUrl = options.publicUrl;
    this.formOrigins = [new URL(options.issuer).origin];
    this.#forms = new FormTokens(options.keys('forms'), options.clock);
  }

  override async visitor(request: Request): Promise<Visitor | undefined> {
    const visitor = await this.visitors.of(request);
    if (!visitor) return undefined;
    const { name, role, token, actsFor, endsAt } = visitor;
    return {
      name,
      role,
      token,
      endsAt: new Date(sessionEnd(endsAt, this.options.clock.now())),
      ...(actsFor && { actsFor }),
    };
  }

  override async actFor(request: Request, person: ActedFor | undefined): Promise<void> {
    const { visitor } = request.session;
    if (!visitor) return;
    const { actsFor: _before, ...themselves } = visitor;
    request.session.visitor = { ...themselves, ...(person && { actsFor: person }) };
    await saved(request);
  }

  override formToken(request: Request): FormToken {
    return { field: FIELD, value: this.#forms.tokenFor(request.session?.visitor?.person) };
  }

  override isOurForm(request: Request): boolean {
    const madeFor = this.#madeFor(request);
    const { visitor } = request.session;
    return madeFor !== undefined && (!visitor || madeFor === this.#forms.nameOf(visitor.person));
  }

  override mayKeepForm(request: Request): boolean {
    const length = Number(request.headers['content-length'] ?? NaN);
    return length <= MOST_KEPT && request.is('application/x-www-form-urlencoded') !== false;
  }

  override async keepForm(
    request: Request,
    fields: readonly (readonly [string, string])[],
  ): Promise<string | undefined> {
    const by = this.#madeFor(request);
    if (by === undefined || by === this.#forms.nameOf(undefined)) return undefined;
    const isRoom = await this.#kept.consume(by).then(
      () => true,
      () => false,
    );
    if (!isRoom) return undefined;
    const typed = fields.filter(([name]) => name !== FIELD);
    request.session.form = { path: request.originalUrl, fields: typed, by };
    await saved(request);
    return GO_ON_PATH;
  }

  override signInAddress(back: string): string {
    return `${SIGN_IN_PATH}?til=${encodeURIComponent(back)}`;
  }

  /** What was kept of whoever has signed in now; of anybody else it is forgotten. */
  takeForm(request: Request) {
    const { form, visitor } = request.session;
    delete request.session.form;
    return form && visitor && form.by === this.#forms.nameOf(visitor.person) ? form : undefined;
  }

  #madeFor(request: Request): string | undefined {
    return this.#forms.madeFor((request.body as Record<string, unknown> | undefined)?.[FIELD]);
  }
}
