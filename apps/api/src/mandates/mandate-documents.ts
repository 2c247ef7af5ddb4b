import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MANDATE_BASES, type MandateGround } from '#journey';

/** Leave to act for somebody. */
export class MandateDocument {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of one that was given, and can be ended' })
  readonly id?: string;
  @ApiProperty({
    example: 'Grethe Holm',
    description:
      'What the other is called: as was said when it was given; by law, to the holder, as registers call the person, and else their number',
  })
  readonly name!: string;
  @ApiProperty({ example: '150615-****', description: 'Their CPR number, as far as it is shown' })
  readonly number!: string;
  @ApiProperty({ enum: [...MANDATE_BASES, 'given'] }) readonly basis!: MandateGround;
  @ApiProperty({ description: 'One sentence for people' }) readonly text!: string;
  @ApiPropertyOptional({ type: [String], description: 'Ids of the journeys it is for; absent: all of them' })
  readonly journeys?: readonly string[];
  @ApiPropertyOptional({ type: [String], description: 'What those are called' })
  readonly titles?: readonly string[];
  @ApiProperty({ format: 'date-time' }) readonly from!: string;
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'When it ends by itself, at its latest; absent: nobody knows yet',
  })
  readonly until?: string;
  @ApiPropertyOptional({
    description:
      'In one sentence: when it was not in force, because one of the two was registered as dead by mistake; absent: never',
  })
  readonly suspended?: string;
  @ApiProperty({ description: 'Whether it is in force; one that was given may begin later' })
  readonly begun!: boolean;
}

/** Leave that the caller has. Who has leave from them is told by name alone: a number that is typed leads to no id. */
export class HeldMandateDocument extends MandateDocument {
  @ApiProperty({ format: 'uuid', description: 'For whom the caller may act, to be named in On-Behalf-Of' })
  readonly person!: string;
}

/** What a register has told of a death, by which nobody acts for the person but their heirs, nor they for others. */
export class RegisteredDeathDocument {
  @ApiProperty({ format: 'date' }) readonly died!: string;
  @ApiPropertyOptional({ format: 'date', description: 'Since when it is known that this was a mistake' })
  readonly reversed?: string;
}

/** What would be given, in words. */
export class MandatePreviewDocument {
  @ApiProperty({
    description: 'What it means, as you would be written; paragraphs stand on lines of their own',
  })
  readonly text!: string;
}

/** The caller's own mandates, whomever they act for. */
export class MandatesDocument {
  @ApiProperty({ type: [HeldMandateDocument], description: 'For whom you may act' })
  readonly held!: readonly HeldMandateDocument[];
  @ApiProperty({ type: [MandateDocument], description: 'Who may act for you' })
  readonly given!: readonly MandateDocument[];
}
