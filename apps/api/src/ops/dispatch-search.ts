import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DispatchStatus } from '#runtime';
import type { DispatchFilter } from '#runtime';
import type { Instant } from '#statechart';

/** What ops look for among dispatches. Every member narrows. */
export class DispatchSearch {
  @ApiPropertyOptional({ enum: Object.values(DispatchStatus) })
  @IsOptional()
  @IsIn(Object.values(DispatchStatus))
  readonly status?: DispatchStatus;

  @ApiPropertyOptional({ example: 'cpr' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly authority?: string;

  @ApiPropertyOptional({ example: 'cpr.registerMove' })
  @IsOptional()
  @IsString()
  @MaxLength(128)
  readonly service?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly journey?: string;

  @ApiPropertyOptional({ description: 'Code of the last failure', example: 'unreachable' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly error?: string;

  @ApiPropertyOptional({ enum: ['true'], description: "Accepted, and past the authority's maximum time" })
  @IsOptional()
  @IsIn(['true'])
  readonly overdue?: 'true';

  @ApiPropertyOptional({ description: 'Id of the last dispatch of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly before?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  readonly limit?: number;
}

export function dispatchFilter({ overdue, ...rest }: DispatchSearch, now: Instant): DispatchFilter {
  return { ...rest, ...(overdue !== undefined && { overdueAt: now }) };
}
