import { Module } from '@nestjs/common';
import { OpsApi } from '../rest/ops-api.js';
import { StaffPagesModule } from '../staff/staff-pages.module.js';
import { AuthoritiesController } from './authorities.controller.js';
import { CasesController } from './cases.controller.js';
import { DispatchesController } from './dispatches.controller.js';
import { FailingController } from './failing.controller.js';
import { OpsFrontController } from './ops-front.controller.js';

/** The face for ops: what is stuck, why, trying it anew, and asking an authority nothing meanwhile. */
@Module({
  imports: [StaffPagesModule],
  controllers: [
    OpsFrontController,
    FailingController,
    AuthoritiesController,
    DispatchesController,
    CasesController,
  ],
  providers: [OpsApi],
})
export class OpsPagesModule {}
