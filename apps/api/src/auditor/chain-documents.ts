import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { iso } from '#calendar';
import { type ChainFault, ChainFaultKind, type ChainReport, type ChainVerification } from '#runtime';

/** The first entry at which a chain breaks. */
export class ChainFaultDocument {
  @ApiProperty({
    enum: Object.values(ChainFaultKind),
    description:
      '`missing`: there is no such entry. `link`: it, or the one before it, is not the one that was linked here. `content`: what is ' +
      'kept of it is not what it commits to. `changed`: the log was changed after it was chained. `gone`: the log has lost what it was ' +
      'about. `head`: the head is not one that was signed for these entries. `unlisted`: it is gone, and no erasure on the list has taken it. `unchained`: recorded, and never chained',
  })
  readonly kind!: ChainFaultKind;
  @ApiPropertyOptional({ format: 'uuid', description: 'The chain' }) readonly chain?: string;
  @ApiPropertyOptional({ description: 'Number of the entry' }) readonly number?: number;
  @ApiPropertyOptional({ description: 'Id of the dispatch, or of the look' }) readonly record?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'When it was recorded' }) readonly at?: string;
}

/** What verifying has found. */
export class ChainReportDocument {
  @ApiProperty({ description: 'Whether all is as it was chained and signed' }) readonly proven!: boolean;
  @ApiProperty({ description: 'Entries that were verified, up to the first at which a chain breaks' })
  readonly entries!: number;
  @ApiProperty({ description: 'How many of them are of erased journeys: linked, and not to be read' })
  readonly erased!: number;
  @ApiPropertyOptional() readonly fault?: ChainFaultDocument;
}

export class ChainVerificationDocument {
  @ApiProperty({ example: 'auditor:6f1d…', description: 'Who asked for it' }) readonly actor!: string;
  @ApiProperty({ format: 'date-time' }) readonly startedAt!: string;
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Absent while it is under way, or when its process died',
  })
  readonly finishedAt?: string;
  @ApiPropertyOptional({ description: 'Absent until it is finished' }) readonly report?: ChainReportDocument;
}

/** How the chains of the access log stand. */
export class ChainsDocument {
  @ApiProperty() readonly chains!: number;
  @ApiProperty() readonly entries!: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'When a head was last signed' })
  readonly sealedAt?: string;
  @ApiProperty({ description: 'How many records stand in no chain yet' }) readonly waiting!: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'Since when the oldest of them waits' })
  readonly waitingSince?: string;
  @ApiProperty({ type: [ChainVerificationDocument], description: 'Of all chains, newest first' })
  readonly verifications!: readonly ChainVerificationDocument[];
}

export function reportDocument({ entries, erased, fault }: ChainReport): ChainReportDocument {
  return { proven: fault === undefined, entries, erased, ...(fault && { fault: faultDocument(fault) }) };
}

/** Whose chain it is stays out: the chain has an id of its own. */
function faultDocument({ person: _, ...place }: ChainFault): ChainFaultDocument {
  return place;
}

export function verificationDocument({
  actor,
  startedAt,
  finished,
}: ChainVerification): ChainVerificationDocument {
  return {
    actor,
    startedAt: iso(startedAt),
    ...(finished && { finishedAt: iso(finished.at), report: reportDocument(finished.report) }),
  };
}
