import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { type Logger } from 'pino';
import { IdentityModule, type IdentityModuleOptions } from '#identity';
import { MasterKeys } from '#postgres';
import { WallClock } from '#runtime';
import { LOGGER, Metrics } from '#telemetry';
import { AccessGuard, METRICS_TOKEN } from '../access/access.guard.js';
import { AUTHORITY_SECRETS, AuthoritySignatures } from '../access/authority-signatures.js';
import { FACE_SECRETS, FaceSecrets } from '../access/face-secrets.js';
import { Leave } from '../access/leave.js';
import { AskedAbout } from '../audit/asked-about.js';
import { AuditInterceptor } from '../audit/audit.interceptor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { Attempts } from '../limits/attempts.js';
import { LIMITS, type Limits, readLimits } from '../limits/limit-settings.js';
import { LimitsGuard } from '../limits/limits.guard.js';
import { RateLimits } from '../limits/rate-limits.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { PlaceInterceptor } from './admission/place.interceptor.js';
import { Places } from './admission/places.js';
import { ShedLoad } from './admission/shed-load.js';
import { bodyValidation } from './body-validation.js';
import { BodyGuard } from './body/body.guard.js';
import { BodyReader } from './body/body-reader.js';
import { DEADLINES, type Deadlines } from './connections/deadlines.js';
import { GracefulShutdown } from './connections/graceful-shutdown.js';
import { PSEUDONYMS, Pseudonyms } from './pseudonyms.js';
import { ReplyInterceptor } from './representation/reply.interceptor.js';

export interface EdgeModuleOptions extends IdentityModuleOptions {
  /** The secret shared with each authority, by its id. */
  readonly authoritySecrets: Readonly<Record<string, string>>;
  /** The secret of each registered face, by its id. */
  readonly faceSecrets?: Readonly<Record<string, string>>;
  /** Lets a scraper read the metrics without being ops. */
  readonly metricsToken?: string | undefined;
  /** What each caller may do, and how often; as in production unless given. */
  readonly limits?: Limits;
  /**
   * Requests of the signed-in, of authorities and of the public that are worked on at once, each apart; those beyond are answered
   * 503 with `Retry-After`. Default 500.
   */
  readonly mostRequests?: number;
  readonly deadlines?: Partial<Deadlines>;
}

const MOST_REQUESTS = 500;

/** What stands before every route: access, limits, bodies, admission, audit, problem documents. Global. */
@Module({
  providers: [
    AskedAbout,
    Attempts,
    AuditTrail,
    AuthoritySignatures,
    FaceSecrets,
    GracefulShutdown,
    Leave,
    RateLimits,
    // In this order: who it is, what they send, and then a place.
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: LimitsGuard },
    { provide: APP_GUARD, useClass: BodyGuard },
    { provide: APP_INTERCEPTOR, useClass: PlaceInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useFactory: bodyValidation },
    {
      provide: ShedLoad,
      inject: [LOGGER, Metrics],
      useFactory: (logger: Logger, metrics: Metrics) => new ShedLoad(logger, metrics),
    },
    {
      provide: PSEUDONYMS,
      inject: [MasterKeys, WallClock],
      useFactory: (keys: MasterKeys, clock: WallClock) =>
        new Pseudonyms(keys.derived('pseudonyms')[0]!, clock),
    },
  ],
  exports: [Leave, Places, RateLimits, LIMITS],
})
export class EdgeModule {
  static forRoot(options: EdgeModuleOptions): DynamicModule {
    const { body } = { ...DEADLINES, ...options.deadlines };
    return {
      module: EdgeModule,
      global: true,
      imports: [IdentityModule.forRoot(options)],
      exports: [IdentityModule, FACE_SECRETS],
      providers: [
        { provide: AUTHORITY_SECRETS, useValue: options.authoritySecrets },
        { provide: FACE_SECRETS, useValue: options.faceSecrets ?? {} },
        { provide: LIMITS, useValue: options.limits ?? readLimits({}) },
        { provide: METRICS_TOKEN, useValue: options.metricsToken },
        {
          provide: BodyReader,
          inject: [ShedLoad],
          useFactory: (shed: ShedLoad) => new BodyReader(body, shed),
        },
        {
          provide: Places,
          inject: [ShedLoad],
          useFactory: (shed: ShedLoad) => new Places(options.mostRequests ?? MOST_REQUESTS, shed),
        },
      ],
    };
  }
}
