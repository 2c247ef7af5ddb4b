import { type DynamicModule, Module } from '@nestjs/common';
import { AuditController } from '../audit/audit.controller.js';
import { OpsAuthoritiesController } from './ops-authorities.controller.js';
import { PUBLIC_URL } from './ops-cookie.js';
import { OpsDispatchesController } from './ops-dispatches.controller.js';
import { CaseReferences } from './case-references.js';
import { DispatchFinder } from './dispatch-finder.js';
import { HeldJourneysController } from './held-journeys.controller.js';
import { OpsIncidentsController } from './ops-incidents.controller.js';
import { OpsJourneysController } from './ops-journeys.controller.js';
import { OpsSessionController } from './ops-session.controller.js';
import { ServiceTitles } from './service-titles.js';
import { Settling } from './settling.js';

export interface OpsModuleOptions {
  /** Where callers reach the API, when that is not where it listens: behind a proxy that ends TLS. */
  readonly publicUrl?: string | undefined;
}

/** Finding and mending what is stuck, and the record of who did so. */
@Module({
  controllers: [
    OpsJourneysController,
    HeldJourneysController,
    OpsDispatchesController,
    OpsIncidentsController,
    OpsAuthoritiesController,
    OpsSessionController,
    AuditController,
  ],
  providers: [CaseReferences, DispatchFinder, ServiceTitles, Settling],
})
export class OpsModule {
  static forRoot({ publicUrl }: OpsModuleOptions): DynamicModule {
    return { module: OpsModule, providers: [{ provide: PUBLIC_URL, useValue: publicUrl }] };
  }
}
