import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MANDATE_BASES, type MandateBasis } from '#journey';

/** Leave to act for somebody. */
export class MandateDocument {
  @ApiProperty({
    format: 'uuid',
    description: 'The other: for whom the caller may act, or who may act for them',
  })
  readonly person!: string;
  @ApiProperty({
    example: '150615-****',
    description: 'What the other is called: their CPR number, as far as it is shown',
  })
  readonly name!: string;
  @ApiProperty({ enum: MANDATE_BASES }) readonly basis!: MandateBasis;
  @ApiProperty({ description: 'One sentence for people' }) readonly text!: string;
  @ApiPropertyOptional({ type: [String], description: 'Ids of the journeys it is for; absent: all of them' })
  readonly journeys?: readonly string[];
  @ApiProperty({ format: 'date-time' }) readonly from!: string;
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'When it ends by itself, at its latest; absent: nobody knows yet',
  })
  readonly until?: string;
}

/** The caller's own mandates, whomever they act for. */
export class MandatesDocument {
  @ApiProperty({ type: [MandateDocument], description: 'For whom you may act' })
  readonly held!: readonly MandateDocument[];
  @ApiProperty({ type: [MandateDocument], description: 'Who may act for you' })
  readonly given!: readonly MandateDocument[];
}
