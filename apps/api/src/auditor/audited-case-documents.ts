import { ApiProperty } from '@nestjs/swagger';
import { AuditDocument } from '../audit/audit-documents.js';
import { IsCaseReference } from '../ops/journey-search.js';
import { Reason } from '../ops/ops-orders.js';
import { ChainReportDocument } from './chain-documents.js';

/** Which case an auditor looks up, and why. */
export class CaseLookup extends Reason {
  @ApiProperty({
    example: 'FLY-7K3M-2Q9X-D4TN',
    description: 'Case number; its hyphens and first three letters may be left out',
  })
  @IsCaseReference()
  readonly reference!: string;
}

/** What was done with a case by those who work here. Nothing of what stands in it. */
export class AuditedCaseDocument {
  @ApiProperty({ example: 'FLY-7K3M-2Q9X-D4TN' }) readonly reference!: string;
  @ApiProperty({ format: 'uuid' }) readonly journey!: string;
  @ApiProperty({ type: [AuditDocument], description: 'Newest first, at most 200' })
  readonly entries!: readonly AuditDocument[];
  @ApiProperty({ description: 'Of all chains in which the case stands' })
  readonly report!: ChainReportDocument;
}
