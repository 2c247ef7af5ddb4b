import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { JourneyStatus } from '#runtime';
import type { JourneyFilter } from '#runtime';

/** What ops look for among journeys. Every member narrows. */
export class JourneySearch {
  @ApiPropertyOptional({ enum: Object.values(JourneyStatus) })
  @IsOptional()
  @IsIn(Object.values(JourneyStatus))
  readonly status?: JourneyStatus;

  @ApiPropertyOptional({ example: 'moving' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly definition?: string;

  @ApiPropertyOptional({ description: 'Path of an active state' })
  @IsOptional()
  @IsString()
  @MaxLength(256)
  readonly state?: string;

  @ApiPropertyOptional({ description: 'An authority that it waits for' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly authority?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Older than this' })
  @IsOptional()
  @IsISO8601({ strict: true })
  readonly startedBefore?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Not moved since' })
  @IsOptional()
  @IsISO8601({ strict: true })
  readonly idleSince?: string;

  @ApiPropertyOptional({ description: 'Id of the last journey of the page before' })
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

export function journeyFilter({ startedBefore, idleSince, ...rest }: JourneySearch): JourneyFilter {
  return {
    ...rest,
    ...(startedBefore !== undefined && { startedBefore: Date.parse(startedBefore) }),
    ...(idleSince !== undefined && { idleSince: Date.parse(idleSince) }),
  };
}
