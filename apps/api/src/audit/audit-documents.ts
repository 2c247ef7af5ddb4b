import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { iso } from '#calendar';
import { AuditAction, type AuditRecord } from '#runtime';
import { StorableText } from '../ops/storable-text.js';
import { PageQuery } from '../paging/page-query.js';
import { PageOf } from '../paging/page.js';
import { ID, NOBODYS } from './subjects.js';

const NO_CASE =
  'must be an authority, a service, a cause, a definition or its hash; who has worked with a case is looked up by an auditor';

/** What is looked for in the audit log. Every member narrows. */
export class AuditSearch extends PageQuery {
  @ApiPropertyOptional({ description: '`<role>:<id>`, for example `ops:<id>`' })
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

  @ApiPropertyOptional({
    example: 'skat',
    description:
      'An authority, a service, a cause, a definition or its hash; no id, for that would name a case',
  })
  @IsOptional()
  @Matches(NOBODYS, { message: NO_CASE })
  @MaxLength(64)
  readonly subject?: string;
}

/** Who did what, when and why. */
export class AuditDocument {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ description: '`<role>:<id>`, for example `ops:<id>`, or `system`' }) readonly actor!: string;
  @ApiProperty({ enum: Object.values(AuditAction) }) readonly action!: AuditAction;
  @ApiProperty({
    type: [String],
    description:
      'What it was about: ids of journeys and dispatches, authorities, definitions and their hashes; `sha256:…` of any other id that was asked for',
  })
  readonly subjects!: readonly string[];
  @ApiPropertyOptional({
    description: 'How many cases one order touched together; each of them is where it is looked up by',
  })
  readonly cases?: number;
  @ApiPropertyOptional({ description: 'In the words of who did it' }) readonly reason?: string;
  @ApiPropertyOptional({
    description: '`done`, or the code of the problem; absent while it is under way or when that is not known',
  })
  readonly outcome?: string;
}

/** Newest first. */
export class AuditPage extends PageOf(AuditDocument) {}

/** What one order does to many cases. */
const ORDERS_FOR_MANY: ReadonlySet<AuditAction> = new Set([
  AuditAction.incidentRetried,
  AuditAction.authorityResumed,
]);

/** The cases of an order for many are counted: whoever looks one up is not to be told of the others. */
export function auditDocument({ at, subjects, ...rest }: AuditRecord): AuditDocument {
  const document = { ...rest, subjects, at: iso(at) };
  if (!ORDERS_FOR_MANY.has(rest.action)) return document;
  const names = subjects.filter(subject => !ID.test(subject));
  return {
    ...document,
    subjects: names,
    ...(names.length < subjects.length && { cases: subjects.length - names.length }),
  };
}
