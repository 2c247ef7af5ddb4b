import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type JsonObject } from '#statechart';
import { ANY_OBJECT } from '../documentation/schemas.js';
import { Verbatim } from '../http/body-validation.js';

export class TaskAnswer {
  @ApiProperty({ example: 'submit', description: 'One of the events that the task offers' })
  @IsString()
  @MaxLength(64)
  @Matches(/^[a-zA-Z][\w-]*$/, { message: 'must be one of the events that the task offers' })
  readonly event!: string;

  @ApiPropertyOptional({
    ...ANY_OBJECT,
    description:
      'Data that fits the form; a field of `format: cpr` takes a CPR number, or the value of one of the persons of the task',
  })
  @IsOptional()
  @IsObject()
  @Verbatim()
  readonly data?: JsonObject;
}

/** What to keep of a task. */
export class TaskDraft {
  @ApiProperty({
    ...ANY_OBJECT,
    description:
      'What is filled in so far, kept as it is: the fields of the form, with no need to fit it yet',
  })
  @IsObject()
  @Verbatim()
  readonly data!: JsonObject;
}

/** What is kept of a task. */
export class KeptDraft {
  @ApiProperty({ ...ANY_OBJECT, description: 'What you have filled in so far; empty when nothing was saved' })
  readonly data!: unknown;
  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-03-01T12:00:00.000Z',
    description: 'When you last saved it; absent when nothing was',
  })
  readonly savedAt?: string;
}
