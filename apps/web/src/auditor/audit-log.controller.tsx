import { Controller, Get, Query } from '@nestjs/common';
import { ShownAgain } from '../http/shown-again.js';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { AUDIT_FILE_PATH, PATHS, RECORD_FILE_PATH } from '../paths.js';
import { AuditorApi } from '../rest/auditor-api.js';
import { type AuditLogFilter, auditQuery, readAuditFilter, wrongDays } from './audit-log-filter.js';
import { AuditLogPage } from './audit-log-page.js';
import { download } from './download.js';
import { ProcessingRecordPage } from './processing-record-page.js';

/** What auditors read, and take with them. */
@OfFace('auditor')
@Controller()
export class AuditLogPagesController {
  constructor(private readonly auditor: AuditorApi) {}

  @Get(PATHS.auditLog)
  async log(@Query() query: Readonly<Record<string, unknown>>, @Visiting() visit: Visit) {
    const filter = readAuditFilter(query);
    if (wrongDays(filter).length > 0) return withFaults(filter);
    const after = typeof query['efter'] === 'string' ? query['efter'] : undefined;
    const page = await this.auditor.log(visit, { ...auditQuery(filter), after });
    return <AuditLogPage page={page} filter={filter} />;
  }

  @Get(AUDIT_FILE_PATH)
  async logFile(@Query() query: Readonly<Record<string, unknown>>, @Visiting() visit: Visit) {
    const filter = readAuditFilter(query);
    if (wrongDays(filter).length > 0) return withFaults(filter);
    const file = await this.auditor.logFile(visit, auditQuery(filter));
    return download(file, 'text/csv; charset=utf-8', 'revision.csv');
  }

  @Get(PATHS.processingRecord)
  async record(@Visiting() visit: Visit) {
    return <ProcessingRecordPage record={await this.auditor.record(visit)} />;
  }

  @Get(RECORD_FILE_PATH)
  async recordFile(@Visiting() visit: Visit) {
    return download(await this.auditor.recordFile(visit), 'text/markdown; charset=utf-8', 'fortegnelse.md');
  }
}

/** The filter, with what is wrong in it. */
function withFaults(filter: AuditLogFilter): ShownAgain {
  return new ShownAgain(<AuditLogPage page={{ items: [] }} filter={filter} />, 422);
}
