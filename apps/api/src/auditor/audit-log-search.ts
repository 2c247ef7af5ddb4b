import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { CALLER_ROLES, type CallerRole } from '#identity';
import { AuditAction, type AuditFilter } from '#runtime';
import { IsRfc3339, rfc3339 } from '../ops/rfc3339.js';
import { PageQuery } from '../paging/page-query.js';

const STAFF = CALLER_ROLES.filter(role => role !== 'citizen');

/** What an auditor looks for in the audit log. A case is not among it: that is looked up for a reason. */
export class AuditLogSearch extends PageQuery {
  @ApiPropertyOptional({
    example: 'ops:0195a6c0-0000-7000-8000-000000000001',
    description: 'Who did it, as an entry names them',
  })
  @IsOptional()
  @Matches(/^[a-z]{1,32}(:[0-9a-z-]{1,64})?$/, {
    message: 'must be a role and an id, as an entry names them',
  })
  readonly actor?: string;

  @ApiPropertyOptional({ enum: STAFF, description: 'In which role it was done' })
  @IsOptional()
  @IsIn(STAFF)
  readonly role?: CallerRole;

  @ApiPropertyOptional({ enum: Object.values(AuditAction) })
  @IsOptional()
  @IsIn(Object.values(AuditAction))
  readonly action?: AuditAction;

  @ApiPropertyOptional({
    example: '2026-03-01',
    description: 'From then on; a date alone means its beginning in Denmark',
  })
  @IsOptional()
  @IsRfc3339()
  readonly from?: string;

  @ApiPropertyOptional({
    example: '2026-04-01',
    description: 'Before then; a date alone means its beginning in Denmark',
  })
  @IsOptional()
  @IsRfc3339()
  readonly before?: string;
}

export function auditFilter({
  actor,
  role,
  action,
  from,
  before,
}: AuditLogSearch): Omit<AuditFilter, 'limit'> {
  const [start, end] = [rfc3339(from), rfc3339(before)];
  return {
    ...(actor !== undefined && { actor }),
    ...(role !== undefined && { role }),
    ...(action !== undefined && { action }),
    ...(start !== undefined && { from: start }),
    ...(end !== undefined && { before: end }),
  };
}
