import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  AuditLog,
  ChainVerifications,
  idEndOf,
  type JourneySummary,
  OpsStore,
  unknownJourney,
} from '#runtime';
import { Auditor } from '../access/access.js';
import { auditPage } from '../audit/audit-page.js';
import { Audited } from '../audit/audited.js';
import { Limited } from '../limits/limited.js';
import { CaseReferences } from '../ops/case-references.js';
import { PageQuery } from '../paging/page-query.js';
import { Problems } from '../problem/problems.decorator.js';
import { auditFile, MOST_ROWS } from './audit-file.js';
import { AuditedCaseDocument, AuditedCaseFile, CaseLookup } from './audited-case-documents.js';
import { reportDocument } from './chain-documents.js';

const TOLD = 'The reason is kept, and whoever takes part in the case sees that an auditor has looked it up.';

/** One case, looked up for a reason that is kept; the citizen is told of it. */
@Auditor()
@ApiTags('auditor')
@Controller('audit')
export class AuditedCasesController {
  constructor(
    private readonly ops: OpsStore,
    private readonly log: AuditLog,
    private readonly verifications: ChainVerifications,
    private readonly references: CaseReferences,
  ) {}

  @Post('cases')
  @HttpCode(200)
  @Audited('case-audited', ({ journey }: AuditedCaseDocument) => [journey])
  @ApiOperation({
    summary: 'Who of those who work here did what with a case and why, and whether its chains are proven',
    description: `${TOLD} Each page is a look-up of its own.`,
  })
  @ApiOkResponse({ type: AuditedCaseDocument })
  @Problems('invalid', 'unknown-journey')
  async lookUp(@Body() { reference }: CaseLookup, @Query() query: PageQuery): Promise<AuditedCaseDocument> {
    const found = await this.#find(reference);
    const { journey } = found;
    const { items: entries, ...next } = await auditPage(this.log, query, { subject: journey });
    const report = query.after === undefined ? await this.verifications.ofJourney(journey) : undefined;
    return {
      reference: await this.references.of(found),
      journey,
      entries,
      ...next,
      ...(report && { report: reportDocument(report) }),
    };
  }

  @Post('cases.csv')
  @HttpCode(200)
  @Limited('exports')
  @Audited('case-audited', ({ journey }: AuditedCaseFile) => [journey])
  @ApiOperation({
    summary: 'Who did what with a case as a file for a spreadsheet',
    description: `At most ${MOST_ROWS} entries, the newest. ${TOLD}`,
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Problems('invalid', 'unknown-journey')
  async file(@Body() { reference }: CaseLookup): Promise<AuditedCaseFile> {
    const { journey } = await this.#find(reference);
    return new AuditedCaseFile(journey, await auditFile(this.log, { subject: journey }));
  }

  /** @throws RequestError `unknown-journey` */
  async #find(reference: string): Promise<JourneySummary> {
    const [found] = await this.ops.journeys({ idEnd: idEndOf(reference)!, limit: 1 });
    if (!found) throw unknownJourney(reference);
    return found;
  }
}
