import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { type Logger } from 'pino';
import { LOGGER } from '#telemetry';
import { EVERY_FEATURE, type Feature, featurePages } from './features.js';
import { PageInterceptor } from './http/page.interceptor.js';
import { PageRenderer } from './http/page-renderer.js';
import { ProblemPageFilter } from './http/problem.filter.js';
import { StaticFiles } from './http/static-files.js';
import { VisitGuard } from './http/visit.guard.js';
import { Visits } from './http/visits.js';
import { Api } from './rest/api.js';

export interface WebModuleOptions {
  /** Address of the REST API, without `/v1`. */
  readonly apiUrl: string;
  /** Provides and exports {@link SignedIn}, for all. */
  readonly session: DynamicModule;
  readonly logger: Logger;
  /** What is served; all of it unless given. */
  readonly features?: readonly Feature[];
}

/** The faces: pages that are rendered here, of what the REST API says. */
@Module({})
export class WebModule {
  static forRoot({ apiUrl, session, logger, features = EVERY_FEATURE }: WebModuleOptions): DynamicModule {
    return {
      module: WebModule,
      global: true,
      imports: [session, ...featurePages(features)],
      providers: [
        PageRenderer,
        StaticFiles,
        Visits,
        { provide: Api, useValue: new Api(apiUrl) },
        { provide: LOGGER, useValue: logger },
        { provide: APP_GUARD, useClass: VisitGuard },
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
        { provide: APP_FILTER, useClass: ProblemPageFilter },
      ],
      exports: [Api],
    };
  }
}
