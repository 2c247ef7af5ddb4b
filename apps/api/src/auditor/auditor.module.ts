import { Module } from '@nestjs/common';
import { CaseReferences } from '../ops/case-references.js';
import { AuditLogController } from './audit-log.controller.js';
import { AuditedCasesController } from './audited-cases.controller.js';
import { ChainsController } from './chains.controller.js';
import { ProcessingRecordController } from './processing-record.controller.js';

/** What auditors see: that the log is sound, who did what and why, and what data is processed for. No content of any case. */
@Module({
  controllers: [ChainsController, AuditedCasesController, AuditLogController, ProcessingRecordController],
  providers: [CaseReferences],
})
export class AuditorModule {}
