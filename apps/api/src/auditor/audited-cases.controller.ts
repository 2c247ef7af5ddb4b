import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditLog, ChainVerifications, idEndOf, OpsStore, unknownJourney } from '#runtime';
import { Auditor } from '../access/access.js';
import { auditDocument } from '../audit/audit-documents.js';
import { Audited } from '../audit/audited.js';
import { CaseReferences } from '../ops/case-references.js';
import { Problems } from '../problem/problems.decorator.js';
import { AuditedCaseDocument, CaseLookup } from './audited-case-documents.js';
import { reportDocument } from './chain-documents.js';

const MOST_ENTRIES = 200;

/** One case, looked up for a reason that is kept; the citizen is told of it. */
@Auditor()
@ApiTags('auditor')
@Controller('audit/cases')
export class AuditedCasesController {
  constructor(
    private readonly ops: OpsStore,
    private readonly log: AuditLog,
    private readonly verifications: ChainVerifications,
    private readonly references: CaseReferences,
  ) {}

  @Post()
  @HttpCode(200)
  @Audited('case-audited', ({ journey }: AuditedCaseDocument) => [journey])
  @ApiOperation({
    summary: 'Who of those who work here did what with a case and why, and whether its chains are proven',
    description:
      'The reason is kept, and whoever takes part in the case sees that an auditor has looked it up.',
  })
  @ApiOkResponse({ type: AuditedCaseDocument })
  @Problems('invalid', 'unknown-journey')
  async lookUp(@Body() { reference }: CaseLookup): Promise<AuditedCaseDocument> {
    const idEnd = idEndOf(reference)!;
    const [found] = await this.ops.journeys({ idEnd, limit: 1 });
    if (!found) throw unknownJourney(reference);
    const { journey } = found;
    const [entries, report] = await Promise.all([
      this.log.page({ subject: journey, limit: MOST_ENTRIES }),
      this.verifications.ofJourney(journey),
    ]);
    return {
      reference: await this.references.of(found),
      journey,
      entries: entries.map(auditDocument),
      report: reportDocument(report),
    };
  }
}
