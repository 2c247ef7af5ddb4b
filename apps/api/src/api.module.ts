import { applyDecorators, type DynamicModule, Module } from '@nestjs/common';
import { StatusModule } from '#telemetry';
import { Open, Scraper } from './access/access.js';
import { AssistancesModule } from './assistances/assistances.module.js';
import { AuditorModule } from './auditor/auditor.module.js';
import { AuthorityModule } from './authority/authority.module.js';
import { CitizenModule } from './citizen/citizen.module.js';
import { CorrectionsModule } from './corrections/corrections.module.js';
import { DesignerModule } from './designer/designer.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { AlwaysAdmitted } from './http/admission/always-admitted.js';
import { EdgeModule, type EdgeModuleOptions } from './http/edge.module.js';
import { Unlimited } from './limits/unlimited.js';
import { MailboxModule } from './mailbox/mailbox.module.js';
import { MandatesModule } from './mandates/mandates.module.js';
import { MyDataModule } from './my-data/my-data.module.js';
import { OffersModule } from './offers/offers.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { OpsModule, type OpsModuleOptions } from './ops/ops.module.js';
import { ProblemsModule } from './problem/problems.module.js';
import { TokensModule } from './tokens/tokens.module.js';
import { StreamModule } from './stream/stream.module.js';

export interface ApiModuleOptions extends EdgeModuleOptions, OpsModuleOptions {}

/** The API: a module for each feature, behind one edge. */
@Module({
  imports: [
    CitizenModule,
    CorrectionsModule,
    FeedbackModule,
    MailboxModule,
    MandatesModule,
    MyDataModule,
    AssistancesModule,
    AuditorModule,
    OffersModule,
    OverviewModule,
    StreamModule,
    AuthorityModule,
    DesignerModule,
    ProblemsModule,
    TokensModule,
  ],
})
export class ApiModule {
  static forRoot(options: ApiModuleOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        EdgeModule.forRoot(options),
        DocumentsModule.forRoot(options.deadlines),
        OpsModule.forRoot(options),
        StatusModule.forRoot({
          health: applyDecorators(Open(), AlwaysAdmitted(), Unlimited()),
          metrics: applyDecorators(Scraper(), AlwaysAdmitted(), Unlimited()),
        }),
      ],
    };
  }
}
