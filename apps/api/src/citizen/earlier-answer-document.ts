import { ApiProperty } from '@nestjs/swagger';

/** What the reader has answered in another of their journeys. */
export class EarlierAnswerDocument {
  @ApiProperty({ example: 'monthlyRent', description: 'The field of the form of this task' })
  readonly field!: string;
  @ApiProperty({
    description: 'It fits the field. Show it with its source, and send it only as the reader wishes',
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'array', items: {} }],
  })
  readonly value!: unknown;
  @ApiProperty({
    example: 'From Moving, FLY-7K3M-2Q9X-D4TN, Tuesday 3 March 2026',
    description: 'The source in words',
  })
  readonly source!: string;
  @ApiProperty({ format: 'uuid' }) readonly journey!: string;
  @ApiProperty({ example: 'FLY-7K3M-2Q9X-D4TN', description: 'The number of that case, for people' })
  readonly reference!: string;
  @ApiProperty({ format: 'date', description: 'When it was answered' }) readonly day!: string;
}

export class EarlierAnswersDocument {
  @ApiProperty({ type: [EarlierAnswerDocument], description: 'One for a field, in the order of the form' })
  readonly items!: readonly EarlierAnswerDocument[];
}
