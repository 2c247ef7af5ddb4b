import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { iso } from '#calendar';
import { AuditAction } from '#runtime';
import type { AuditRecord } from '#runtime';
import { StorableText } from '../ops/storable-text.js';

/** What is looked for in the audit log. Every member narrows. */
export class AuditSearch {
  @ApiPropertyOptional({ description: '`ops:<id>` or `designer:<id>`' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  @StorableText()
  readonly actor?: string;

  @ApiPropertyOptional({ enum: Object.values(AuditAction) })
  @IsOptional()
  @IsIn(Object.values(AuditAction))
  readonly action?: AuditAction;

  @ApiPropertyOptional({ description: 'Id of a journey or dispatch, an authority, a definition or its hash' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  @StorableText()
  readonly subject?: string;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @Matches(/^\d{1,15}$/)
  readonly after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  readonly limit?: number;
}

/** Who did what, when and why. */
export class AuditDocument {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ description: '`ops:<id>`, `designer:<id>` or `system`' }) readonly actor!: string;
  @ApiProperty({ enum: Object.values(AuditAction) }) readonly action!: AuditAction;
  @ApiProperty({
    type: [String],
    description:
      'What it was about: ids of journeys and dispatches, authorities, definitions and their hashes',
  })
  readonly subjects!: readonly string[];
  @ApiPropertyOptional({ description: 'In the words of who did it' }) readonly reason?: string;
  @ApiPropertyOptional({
    description: '`done`, or the code of the problem; absent while it is under way or when that is not known',
  })
  readonly outcome?: string;
}

export class AuditPage {
  @ApiProperty({ type: [AuditDocument], description: 'Newest first' })
  readonly items!: readonly AuditDocument[];
  @ApiPropertyOptional({ description: 'Send as `after` for the next page; absent on the last' })
  readonly next?: string;
}

/** @param records one more than the page has room for, when there are so many */
export function auditPage(records: readonly AuditRecord[], limit: number): AuditPage {
  const items = records.slice(0, limit).map(({ at, ...rest }) => ({ ...rest, at: iso(at) }));
  const last = items.at(-1);
  return { items, ...(records.length > limit && last && { next: last.id }) };
}
