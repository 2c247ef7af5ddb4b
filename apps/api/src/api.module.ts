import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AssemblyModule } from '#assembly';
import type { Assembly } from '#assembly';
import { IdentityModule } from '#identity';
import type { TrustedIssuer } from '#identity';
import { AccessGuard } from './access/access.guard.js';
import { AUTHORITY_SECRETS, AuthoritySignatures } from './access/authority-signatures.js';
import { METRICS_TOKEN } from './access/metrics-token.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { AuditTrail } from './audit/audit-trail.js';
import { CallbacksController } from './authority/callbacks.controller.js';
import { EventsController } from './authority/events.controller.js';
import { DefinitionsController } from './citizen/definitions.controller.js';
import { JourneyReader } from './citizen/journey-reader.js';
import { JourneysController } from './citizen/journeys.controller.js';
import { TasksController } from './citizen/tasks.controller.js';
import { DesignerController } from './designer/designer.controller.js';
import { bodyValidation } from './http/body-validation.js';
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
}

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
    AuditTrail,
    AuthoritySignatures,
    JourneyReader,
    JourneyStreams,
    PersonExchange,
    Settling,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useFactory: bodyValidation },
  ],
})
export class ApiModule {
  static of(assembly: Assembly, options: ApiModuleOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [AssemblyModule.of(assembly), IdentityModule.trusting(options.issuer, assembly.clock)],
      providers: [
        { provide: AUTHORITY_SECRETS, useValue: assembly.authoritySecrets },
        { provide: METRICS_TOKEN, useValue: options.metricsToken },
        { provide: PUBLIC_URL, useValue: options.publicUrl },
      ],
    };
  }
}
