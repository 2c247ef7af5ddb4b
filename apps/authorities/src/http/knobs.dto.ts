import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsMillisecondsOrPeriod, TEN_MINUTES } from './milliseconds-or-period.js';
import { type Knobs } from '../simulation/knobs.js';

const MANY = 1_000_000;

export class DowntimeDto {
  @ApiProperty({ description: 'Seconds, sent as Retry-After', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(86_400)
  retryAfter!: number;
}

export class RefuseDto {
  @ApiProperty({ description: 'A code that the contract lists under refusals' })
  @IsString()
  @Matches(/^[a-z][A-Za-z0-9]{0,63}$/)
  code!: string;

  @ApiPropertyOptional({ description: 'Refuse only the next so many requests' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MANY)
  times?: number;

  @ApiPropertyOptional({ description: 'Refuse in the response also where the service answers later' })
  @IsOptional()
  @IsBoolean()
  immediately?: boolean;
}

/** How an authority or a service misbehaves; an empty object: not at all. */
export class KnobsDto implements Knobs {
  @ApiPropertyOptional({ description: 'Milliseconds before anything happens' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(TEN_MINUTES)
  latency?: number;

  @ApiPropertyOptional({ description: 'Connections are cut without a word' })
  @IsOptional()
  @IsBoolean()
  outage?: boolean;

  @ApiPropertyOptional({ description: 'Requests are taken and never answered' })
  @IsOptional()
  @IsBoolean()
  silent?: boolean;

  @ApiPropertyOptional({ description: 'Planned downtime: 503 with Retry-After', type: DowntimeDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => DowntimeDto)
  downtime?: DowntimeDto;

  @ApiPropertyOptional({ description: 'Share of requests that fail with 500', minimum: 0, maximum: 1 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  errorRate?: number;

  @ApiPropertyOptional({ description: 'The next so many requests fail with 500; nothing is done' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MANY)
  failNext?: number;

  @ApiPropertyOptional({ description: 'The next so many requests are done, but their answers are lost' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MANY)
  loseNext?: number;

  @ApiPropertyOptional({ description: 'Requests are refused', type: RefuseDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => RefuseDto)
  refuse?: RefuseDto;

  @ApiPropertyOptional({
    description:
      'How long after a request a service that answers later calls back: milliseconds, or a period',
    oneOf: [
      { type: 'integer', minimum: 0, maximum: TEN_MINUTES },
      { type: 'string', format: 'duration', example: 'P3W' },
    ],
  })
  @IsOptional()
  @IsMillisecondsOrPeriod()
  callbackAfter?: number | string;

  @ApiPropertyOptional({ description: 'Callbacks wait until they are released' })
  @IsOptional()
  @IsBoolean()
  hold?: boolean;

  @ApiPropertyOptional({
    description: 'Callbacks and events are sent twice; answers at once are also sent as callbacks',
  })
  @IsOptional()
  @IsBoolean()
  duplicate?: boolean;

  @ApiPropertyOptional({ description: 'Callbacks go after the next one' })
  @IsOptional()
  @IsBoolean()
  outOfOrder?: boolean;
}

/** The knobs that were set, without the members that were left out. */
export function knobsOf(dto: KnobsDto): Knobs {
  return Object.fromEntries(Object.entries(dto).filter(([, value]) => value !== undefined && value !== null));
}
