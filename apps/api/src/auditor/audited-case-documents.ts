import { StreamableFile } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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
  @ApiProperty({ type: [AuditDocument], description: 'Newest first' })
  readonly entries!: readonly AuditDocument[];
  @ApiPropertyOptional({ description: 'Send it as `after` for the next page; absent on the last' })
  readonly next?: string;
  @ApiPropertyOptional({
    description: 'Of all chains in which the case stands; on the first page alone',
  })
  readonly report?: ChainReportDocument;
}

/** The entries of a case as a file; knows the case, which the audit log is told. */
export class AuditedCaseFile extends StreamableFile {
  constructor(
    readonly journey: string,
    text: string,
  ) {
    super(Buffer.from(text), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="case.csv"',
    });
  }
}
