import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { type JsonObject } from '#statechart';
import { type QueuedReply } from '../simulation/queued-replies.js';
import { IsMillisecondsOrPeriod } from './milliseconds-or-period.js';

/** How one request is answered; an empty object: as it would be anyway. */
export class QueuedReplyDto implements QueuedReply {
  @ApiPropertyOptional({ description: 'The body of the request that it is for; left out: the next one' })
  @IsOptional()
  @IsObject()
  @Transform(({ obj }: { obj: Record<string, unknown> }) => obj['input'])
  input?: JsonObject;

  @ApiPropertyOptional({ description: 'The whole answer' })
  @IsOptional()
  @IsObject()
  // The members are those of a contract, which checks them.
  @Transform(({ obj }: { obj: Record<string, unknown> }) => obj['answer'])
  answer?: JsonObject;

  @ApiPropertyOptional({ description: 'A code that the contract lists under refusals' })
  @IsOptional()
  @Matches(/^[a-z][A-Za-z0-9]{0,63}$/)
  refuse?: string;

  @ApiPropertyOptional({
    description: 'It is accepted, and answered so much later: milliseconds, or a period',
    oneOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', format: 'duration', example: 'P3W' },
    ],
  })
  @IsOptional()
  @IsMillisecondsOrPeriod()
  after?: number | string;

  @ApiPropertyOptional({ description: 'It is accepted, and answered when it is released' })
  @IsOptional()
  @IsBoolean()
  hold?: boolean;
}

export class QueuedRepliesDto {
  @ApiProperty({ type: [QueuedReplyDto], description: 'For the next requests, one after the other' })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => QueuedReplyDto)
  replies!: QueuedReplyDto[];
}
