import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { type Score, SCORES } from '#runtime';

/** Characters of a remark. */
const LONGEST_REMARK = 1_000;

const SCORE = { enum: SCORES, description: '1, very badly, to 5, very well' } as const;

/** How well a journey went. */
export class GivenFeedback {
  @ApiProperty({ type: 'integer', ...SCORE })
  @IsIn(SCORES)
  readonly score!: Score;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: LONGEST_REMARK,
    description: 'What was hard. It is kept for a year, apart from who wrote it',
  })
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_REMARK)
  readonly remark?: string;
}

export class ScoreCountDocument {
  @ApiProperty({ type: 'integer', ...SCORE }) readonly score!: Score;
  @ApiProperty({ type: 'integer', description: 'How many have given it' }) readonly count!: number;
}

export class FeedbackFiguresDocument {
  @ApiProperty({ type: 'integer', example: 23 }) readonly count!: number;
  @ApiProperty({ example: 4.2, description: 'To one decimal' }) readonly mean!: number;
  @ApiProperty({ type: [ScoreCountDocument], description: 'From 1 to 5' })
  readonly distribution!: readonly ScoreCountDocument[];
}

/** What people say of journeys by a definition. */
export class FeedbackDocument {
  @ApiProperty({ type: 'integer', example: 5, description: 'From so many on, figures are published' })
  readonly publishedFrom!: number;
  @ApiPropertyOptional({ type: FeedbackFiguresDocument, description: 'Once there are enough' })
  readonly figures?: FeedbackFiguresDocument;
}

export class RemarkDocument {
  @ApiProperty({ type: 'integer', ...SCORE }) readonly score!: Score;
  @ApiProperty({ format: 'date', description: 'First day of the month in which it was given' })
  readonly month!: string;
  @ApiProperty() readonly text!: string;
}

export class RemarksDocument {
  @ApiProperty({ type: [RemarkDocument], description: 'Those of the last year, newest month first' })
  readonly items!: readonly RemarkDocument[];
}
