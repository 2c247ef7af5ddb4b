import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { type Logger } from 'pino';
import { LOGGER } from '#telemetry';
import { AuditorPagesModule } from './auditor/auditor-pages.module.js';
import { CitizenPagesModule } from './citizen/citizen-pages.module.js';
import { LapsedMandate } from './citizen/mandates/lapsed-mandate.js';
import { CounterPagesModule } from './counter/counter-pages.module.js';
import { DesignerPagesModule } from './designer/designer-pages.module.js';
import { EveryFaceModule } from './every-face/every-face.module.js';
import { type Face, FACES, SERVED_FACES } from './faces.js';
import { PageInterceptor } from './http/page.interceptor.js';
import { PageRenderer } from './http/page-renderer.js';
import { ProblemPageFilter } from './http/problem.filter.js';
import { StaticFiles } from './http/static-files.js';
import { VisitGuard } from './http/visit.guard.js';
import { Visits } from './http/visits.js';
import { OpsPagesModule } from './ops/ops-pages.module.js';
import { Api } from './rest/api.js';

export interface WebModuleOptions {
  /** Address of the REST API, without `/v1`. */
  readonly apiUrl: string;
  /** Which to serve; all of them unless given. */
  readonly faces?: readonly Face[];
  /** Provides and exports {@link SignedIn}, for all. */
  readonly session: DynamicModule;
  readonly logger: Logger;
}

const PAGES: Readonly<Record<Face, Type>> = {
  citizen: CitizenPagesModule,
  caseworker: CounterPagesModule,
  ops: OpsPagesModule,
  designer: DesignerPagesModule,
  approver: DesignerPagesModule,
  auditor: AuditorPagesModule,
};

/** The faces: pages that are rendered here, of what the REST API says. */
@Module({})
export class WebModule {
  static forRoot({ apiUrl, faces = FACES, session, logger }: WebModuleOptions): DynamicModule {
    return {
      module: WebModule,
      global: true,
      imports: [session, EveryFaceModule.of(faces), ...new Set(faces.map(face => PAGES[face]))],
      providers: [
        LapsedMandate,
        PageRenderer,
        StaticFiles,
        Visits,
        { provide: Api, useValue: new Api(apiUrl) },
        { provide: SERVED_FACES, useValue: faces },
        { provide: LOGGER, useValue: logger },
        { provide: APP_GUARD, useClass: VisitGuard },
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
        { provide: APP_FILTER, useClass: ProblemPageFilter },
      ],
      exports: [Api],
    };
  }
}
