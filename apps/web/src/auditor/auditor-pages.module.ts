import { Module } from '@nestjs/common';
import { AuditorApi } from '../rest/auditor-api.js';
import { AuditLogPagesController } from './audit-log.controller.js';
import { AuditorFrontController } from './auditor-front.controller.js';

/** The face for auditors: whether the log is sound, who did what and why, and what data is processed for. */
@Module({
  controllers: [AuditorFrontController, AuditLogPagesController],
  providers: [AuditorApi],
})
export class AuditorPagesModule {}
