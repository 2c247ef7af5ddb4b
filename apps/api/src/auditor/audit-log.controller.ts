import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '#runtime';
import { Auditor } from '../access/access.js';
import { AuditPage } from '../audit/audit-documents.js';
import { auditPage } from '../audit/audit-page.js';
import { Audited } from '../audit/audited.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/problems.decorator.js';
import { auditFile, MOST_ROWS } from './audit-file.js';
import { auditFilter, AuditLogSearch } from './audit-log-search.js';

/** What ops, designers, caseworkers and auditors did. */
@Auditor()
@ApiTags('auditor')
@Controller('audit')
export class AuditLogController {
  constructor(private readonly log: AuditLog) {}

  @Get('log')
  @Audited('audit-read')
  @ApiOperation({ summary: 'Who of those who work here did what, when and why; newest first' })
  @ApiOkResponse({ type: AuditPage })
  @Problems('invalid')
  page(@Query() query: AuditLogSearch): Promise<AuditPage> {
    return auditPage(this.log, query, auditFilter(query));
  }

  @Get('log.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="audit-log.csv"')
  @Limited('exports')
  @Audited('audit-exported')
  @ApiOperation({
    summary: 'The same as a file for a spreadsheet',
    description: `At most ${MOST_ROWS} entries, the newest: ask for a shorter period when there are more. \`after\` and \`limit\` count for nothing.`,
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Problems('invalid')
  file(@Query() query: AuditLogSearch): Promise<string> {
    return auditFile(this.log, auditFilter(query));
  }
}
