import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { type Assembly, AssemblyModule } from '#assembly';
import { JourneyChecks } from '#publishing';
import { IdentityModule, type TrustedIssuer } from '#identity';
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
import { Places } from './http/admission/places.js';
import { PlaceInterceptor } from './http/admission/place.interceptor.js';
import { ShedLoad } from './http/admission/shed-load.js';
import { BodyGuard } from './http/body/body.guard.js';
import { BodyReader } from './http/body/body-reader.js';
import { ReplyInterceptor } from './http/representation/reply.interceptor.js';
import { DEADLINES, type Deadlines } from './http/connections/deadlines.js';
import { PSEUDONYMS, Pseudonyms } from './http/pseudonyms.js';
import { Attempts } from './limits/attempts.js';
import { LIMITS, type Limits, readLimits } from './limits/limit-settings.js';
import { LimitsGuard } from './limits/limits.guard.js';
import { OpenStreamsGuard } from './limits/open-streams.guard.js';
import { RateLimits } from './limits/rate-limits.js';
import { HealthController } from './operation/health.controller.js';
import { MetricsController } from './operation/metrics.controller.js';
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
  /** Seconds that the check of a journey that a designer sends may take. Default 20. */
  readonly checkSeconds?: number | undefined;
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
    HealthController,
    MetricsController,
  ],
  providers: [
    Attempts,
    AuditTrail,
    AuthoritySignatures,
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
  static of(assembly: Assembly, options: ApiModuleOptions): DynamicModule {
    const shed = new ShedLoad(assembly.logger, assembly.metrics);
    const { body } = { ...DEADLINES, ...options.deadlines };
    return {
      module: ApiModule,
      imports: [AssemblyModule.of(assembly), IdentityModule.trusting(options.issuer, assembly.clock)],
      providers: [
        { provide: AUTHORITY_SECRETS, useValue: assembly.authoritySecrets },
        { provide: EntryIds, useValue: new EntryIds(assembly.masterKeys.derived('entry ids')) },
        { provide: LIMITS, useValue: options.limits ?? readLimits({}) },
        { provide: BodyReader, useValue: new BodyReader(body, shed) },
        { provide: Places, useValue: new Places(options.mostRequests ?? MOST_REQUESTS, shed) },
        { provide: ShedLoad, useValue: shed },
        { provide: METRICS_TOKEN, useValue: options.metricsToken },
        {
          provide: PSEUDONYMS,
          useValue: new Pseudonyms(assembly.masterKeys.derived('pseudonyms')[0]!, assembly.clock),
        },
        {
          provide: JourneyChecks,
          useFactory: () => new JourneyChecks(assembly.catalogue, { seconds: options.checkSeconds }),
        },
        { provide: PUBLIC_URL, useValue: options.publicUrl },
      ],
    };
  }
}
