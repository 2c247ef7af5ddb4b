import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type JourneyFilter, JourneyStatus } from '#runtime';
import { PageQuery, pageRequest } from '../paging/page-query.js';
import { IsRfc3339, rfc3339 } from './rfc3339.js';
import { StorableText } from './storable-text.js';

/** What ops look for among journeys. Every member narrows. */
export class JourneySearch extends PageQuery {
  @ApiPropertyOptional({ enum: Object.values(JourneyStatus) })
  @IsOptional()
  @IsIn(Object.values(JourneyStatus))
  readonly status?: JourneyStatus;

  @ApiPropertyOptional({ example: 'moving' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  @StorableText()
  readonly definition?: string;

  @ApiPropertyOptional({ description: 'Path of an active state' })
  @IsOptional()
  @IsString()
  @MaxLength(256)
  @StorableText()
  readonly state?: string;

  @ApiPropertyOptional({ description: 'An authority that it waits for' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  @StorableText()
  readonly authority?: string;

  @ApiPropertyOptional({
    example: '2026-03-01T12:00:00Z',
    description: 'Older than this; a date alone means its beginning in Denmark',
  })
  @IsOptional()
  @IsRfc3339()
  readonly startedBefore?: string;

  @ApiPropertyOptional({
    example: '2026-03-01T12:00:00Z',
    description: 'Not moved since; a date alone means its beginning in Denmark',
  })
  @IsOptional()
  @IsRfc3339()
  readonly idleSince?: string;
}

export function journeyFilter({
  after,
  limit,
  startedBefore,
  idleSince,
  ...rest
}: JourneySearch): JourneyFilter {
  const started = rfc3339(startedBefore);
  const idle = rfc3339(idleSince);
  return {
    ...rest,
    ...pageRequest({ after, limit }),
    ...(started !== undefined && { startedBefore: started }),
    ...(idle !== undefined && { idleSince: idle }),
  };
}
