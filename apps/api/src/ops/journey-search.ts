import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, ValidateBy } from 'class-validator';
import { idEndOf, type JourneyFilter, JourneyStatus } from '#runtime';
import { PageQuery, pageRequest } from '../paging/page-query.js';
import { IsRfc3339, rfc3339 } from './rfc3339.js';
import { StorableText } from './storable-text.js';

/** A case number, however it is read aloud. */
export const IsCaseReference = (): PropertyDecorator =>
  ValidateBy({
    name: 'format',
    validator: {
      validate: value => typeof value === 'string' && value.length <= 64 && idEndOf(value) !== undefined,
      defaultMessage: () => 'must be a case number, as in FLY-7K3M-2Q9X-D4TN',
    },
  });

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
    example: 'FLY-7K3M-2Q9X-D4TN',
    description: 'Case number; its hyphens and first three letters may be left out',
  })
  @IsOptional()
  @IsCaseReference()
  readonly reference?: string;

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
  reference,
  ...rest
}: JourneySearch): JourneyFilter {
  const started = rfc3339(startedBefore);
  const idEnd = reference === undefined ? undefined : idEndOf(reference);
  const idle = rfc3339(idleSince);
  return {
    ...rest,
    ...pageRequest({ after, limit }),
    ...(idEnd !== undefined && { idEnd }),
    ...(started !== undefined && { startedBefore: started }),
    ...(idle !== undefined && { idleSince: idle }),
  };
}
