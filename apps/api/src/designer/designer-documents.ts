import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { iso } from '#calendar';
import { type Diagnostic, type Severity } from '#journey';
import { type Publication } from '#runtime';

export class DiagnosticDocument implements Diagnostic {
  @ApiProperty({ description: 'Stable; the same for the same kind of fault' }) readonly code!: string;
  @ApiProperty({ enum: ['error', 'warning'] }) readonly severity!: Severity;
  @ApiProperty() readonly file!: string;
  @ApiProperty() readonly line!: number;
  @ApiProperty() readonly column!: number;
  @ApiProperty() readonly message!: string;
  @ApiProperty() readonly remedy!: string;
}

export class CheckDocument {
  @ApiProperty({ description: 'Whether it can be published' }) readonly sound!: boolean;
  @ApiProperty({ type: [DiagnosticDocument] }) readonly diagnostics!: readonly Diagnostic[];
}

export class VersionDocument {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ format: 'date' }) readonly effective!: string;
  @ApiProperty({ description: 'Content hash that journeys are pinned to' }) readonly hash!: string;
}

class WithdrawalDocument {
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ example: 'designer:0190…' }) readonly by!: string;
  @ApiProperty() readonly reason!: string;
}

export class PublicationDocument extends VersionDocument {
  @ApiProperty({
    description:
      'Whether journeys start on it while it is in force: it is the latest of its date that is not withdrawn',
  })
  readonly current!: boolean;
  @ApiProperty({ format: 'date-time' }) readonly publishedAt!: string;
  @ApiProperty({ description: 'system: it came with the system', example: 'designer:0190…' })
  readonly publishedBy!: string;
  @ApiPropertyOptional({ type: WithdrawalDocument, description: 'No journey starts on it any more' })
  readonly withdrawn?: WithdrawalDocument;
}

/** Why a version is withdrawn. */
export class WithdrawalBody {
  @ApiProperty({
    minLength: 3,
    maxLength: 500,
    description: 'Why. Write nothing personal: all designers read it.',
  })
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  readonly reason!: string;
}

export function publicationDocument(
  { publishedAt, withdrawn, ...rest }: Publication,
  current: boolean,
): PublicationDocument {
  return {
    ...rest,
    current,
    publishedAt: iso(publishedAt),
    ...(withdrawn && { withdrawn: { ...withdrawn, at: iso(withdrawn.at) } }),
  };
}
