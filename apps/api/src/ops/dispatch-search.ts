import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type DispatchFilter, DispatchStatus } from '#runtime';
import { type Instant } from '#statechart';
import { PageQuery, pageRequest } from '../paging/page-query.js';
import { StorableText } from './storable-text.js';

/** What ops look for among dispatches. Every member narrows. */
export class DispatchSearch extends PageQuery {
  @ApiPropertyOptional({ enum: Object.values(DispatchStatus) })
  @IsOptional()
  @IsIn(Object.values(DispatchStatus))
  readonly status?: DispatchStatus;

  @ApiPropertyOptional({ example: 'cpr' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  @StorableText()
  readonly authority?: string;

  @ApiPropertyOptional({ example: 'cpr.registerMove' })
  @IsOptional()
  @IsString()
  @MaxLength(128)
  @StorableText()
  readonly service?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  @StorableText()
  readonly journey?: string;

  @ApiPropertyOptional({ description: 'Code of the last failure', example: 'unreachable' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  @StorableText()
  readonly error?: string;

  @ApiPropertyOptional({ enum: ['true'], description: "Accepted, and past the authority's maximum time" })
  @IsOptional()
  @IsIn(['true'])
  readonly overdue?: 'true';
}

export function dispatchFilter(
  { after, limit, overdue, ...rest }: DispatchSearch,
  now: Instant,
): DispatchFilter {
  return { ...rest, ...pageRequest({ after, limit }), ...(overdue !== undefined && { overdueAt: now }) };
}
