import { applyDecorators, type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { IdentityModule, type TrustedIssuer } from '#identity';
import { MasterKeys } from '#postgres';
import { Clock } from '#runtime';
import { LOGGER, Metrics, StatusModule } from '#telemetry';
import { type Logger } from 'pino';
import { Open, Scraper } from './access/access.js';
import { AccessGuard } from './access/access.guard.js';
import { AUTHORITY_SECRETS, AuthoritySignatures } from './access/authority-signatures.js';
import { METRICS_TOKEN } from './access/metrics-token.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { AuditTrail } from './audit/audit-trail.js';
import { CallbacksController } from './authority/callbacks.controller.js';
import { EventsController } from './authority/events.controller.js';
import { DefinitionsController } from './citizen/definitions.controller.js';
import { EntryIds } from './citizen/entry-ids.js';
import { JourneyPresenter } from './citizen/journey-presenter.js';
import { JourneysController } from './citizen/journeys.controller.js';
import { TasksController } from './citizen/tasks.controller.js';
import { DesignerController } from './designer/designer.controller.js';
import { bodyValidation } from './http/body-validation.js';
import { AlwaysAdmitted } from './http/admission/always-admitted.js';
import { Places } from './http/admission/places.js';
import { PlaceInterceptor } from './http/admission/place.interceptor.js';
import { ShedLoad } from './http/admission/shed-load.js';
import { BodyGuard } from './http/body/body.guard.js';
import { BodyReader } from './http/body/body-reader.js';
import { ReplyInterceptor } from './http/representation/reply.interceptor.js';
import { DEADLINES, type Deadlines } from './http/connections/deadlines.js';
import { GracefulShutdown } from './http/connections/graceful-shutdown.js';
import { PSEUDONYMS, Pseudonyms } from './http/pseudonyms.js';
import { Attempts } from './limits/attempts.js';
import { LIMITS, type Limits, readLimits } from './limits/limit-settings.js';
import { LimitsGuard } from './limits/limits.guard.js';
import { OpenStreamsGuard } from './limits/open-streams.guard.js';
import { RateLimits } from './limits/rate-limits.js';
import { OpsAuthoritiesController } from './ops/ops-authorities.controller.js';
import { OpsDispatchesController } from './ops/ops-dispatches.controller.js';
import { OpsJourneysController } from './ops/ops-journeys.controller.js';
import { OpsSessionController } from './ops/ops-session.controller.js';
import { PUBLIC_URL } from './ops/ops-cookie.js';
import { Settling } from './ops/settling.js';
import { PersonExchange } from './persons/person-exchange.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { ProblemsController } from './problem/problems.controller.js';
import { JourneyStreams } from './stream/journey-streams.js';
import { StreamController } from './stream/stream.controller.js';

export interface ApiModuleOptions {
  readonly issuer: TrustedIssuer;
  /** The secret shared with each authority, by its id. */
  readonly authoritySecrets: Readonly<Record<string, string>>;
  /** Lets a scraper read the metrics without being ops. */
  readonly metricsToken?: string | undefined;
  /** Where callers reach the API, when that is not where it listens: behind a proxy that ends TLS. */
  readonly publicUrl?: string | undefined;
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

@Module({
  controllers: [
    DefinitionsController,
    JourneysController,
    StreamController,
    TasksController,
    CallbacksController,
    EventsController,
    DesignerController,
    OpsJourneysController,
    OpsDispatchesController,
    OpsAuthoritiesController,
    OpsSessionController,
    AuditController,
    ProblemsController,
  ],
  providers: [
    Attempts,
    AuditTrail,
    AuthoritySignatures,
    GracefulShutdown,
    JourneyPresenter,
    JourneyStreams,
    OpenStreamsGuard,
    PersonExchange,
    RateLimits,
    Settling,
    // In this order: who it is, what they send, and then a place.
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: LimitsGuard },
    { provide: APP_GUARD, useClass: BodyGuard },
    { provide: APP_INTERCEPTOR, useClass: PlaceInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useFactory: bodyValidation },
  ],
})
export class ApiModule {
  static forRoot(options: ApiModuleOptions): DynamicModule {
    const { body } = { ...DEADLINES, ...options.deadlines };
    return {
      module: ApiModule,
      imports: [
        IdentityModule.forRoot(options.issuer),
        StatusModule.forRoot({
          health: applyDecorators(Open(), AlwaysAdmitted()),
          metrics: applyDecorators(Scraper(), AlwaysAdmitted()),
        }),
      ],
      providers: [
        { provide: AUTHORITY_SECRETS, useValue: options.authoritySecrets },
        { provide: LIMITS, useValue: options.limits ?? readLimits({}) },
        { provide: METRICS_TOKEN, useValue: options.metricsToken },
        { provide: PUBLIC_URL, useValue: options.publicUrl },
        {
          provide: ShedLoad,
          inject: [LOGGER, Metrics],
          useFactory: (logger: Logger, metrics: Metrics) => new ShedLoad(logger, metrics),
        },
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
        {
          provide: EntryIds,
          inject: [MasterKeys],
          useFactory: (keys: MasterKeys) => new EntryIds(keys.derived('entry ids')),
        },
        {
          provide: PSEUDONYMS,
          inject: [MasterKeys, Clock],
          useFactory: (keys: MasterKeys, clock: Clock) =>
            new Pseudonyms(keys.derived('pseudonyms')[0]!, clock),
        },
      ],
    };
  }
}
