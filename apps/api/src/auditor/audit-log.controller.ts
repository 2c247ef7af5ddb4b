import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type AuditFilter, AuditLog, type AuditRecord } from '#runtime';
import { Auditor } from '../access/access.js';
import { AuditPage, auditDocument } from '../audit/audit-documents.js';
import { auditPage } from '../audit/audit-page.js';
import { Audited } from '../audit/audited.js';
import { Limited } from '../limits/limited.js';
import { Problems } from '../problem/problems.decorator.js';
import { auditFilter, AuditLogSearch } from './audit-log-search.js';
import { csv } from './csv.js';

const MOST_ROWS = 20_000;
const AT_ONCE = 1_000;
const HEAD = ['at', 'actor', 'action', 'subjects', 'cases', 'reason', 'outcome', 'entry'];

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
  async file(@Query() query: AuditLogSearch): Promise<string> {
    const rows = [HEAD];
    let after: string | undefined;
    do {
      const page = await this.log.page(pageOf(auditFilter(query), after));
      rows.push(...page.map(rowOf));
      after = page.length === AT_ONCE ? page.at(-1)!.id : undefined;
    } while (after !== undefined && rows.length <= MOST_ROWS);
    // So that a spreadsheet takes it for UTF-8.
    return `\uFEFF${csv(rows)}`;
  }
}

function pageOf(filter: Omit<AuditFilter, 'limit'>, after: string | undefined): AuditFilter {
  return { ...filter, ...(after !== undefined && { after }), limit: AT_ONCE };
}

function rowOf(record: AuditRecord): string[] {
  const { at, actor, action, subjects, cases = '', reason = '', outcome = '', id } = auditDocument(record);
  return [at, actor, action, subjects.join(' '), String(cases), reason, outcome, id];
}
