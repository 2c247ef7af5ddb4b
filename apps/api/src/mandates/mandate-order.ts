import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
} from 'class-validator';
import { isIsoDate } from '#calendar';
import { cprNumber } from '#schema';

/** Longer than any name in CPR. */
const LONGEST_NAME = 140;
const MOST_KINDS = 100;
const DEFINITION_ID = /^[a-zA-Z][a-zA-Z0-9-]{0,63}$/;
/** One line, and no character that only machines see. */
const ONE_LINE = /^[^\p{C}]*[^\p{C}\s][^\p{C}]*$/u;

const fits = (name: string, isRight: (text: string) => boolean, message: string): PropertyDecorator =>
  ValidateBy({
    name,
    validator: {
      validate: value => typeof value === 'string' && isRight(value),
      defaultMessage: () => message,
    },
  });
const IsCprNumber = fits(
  'cprNumber',
  text => cprNumber(text) !== undefined,
  'must be a CPR number of ten digits, DDMMYYXXXX',
);
const IsDay = (): PropertyDecorator => fits('day', isIsoDate, 'must be a day, YYYY-MM-DD');

/** What is given to whom. */
export class MandateOrder {
  @ApiProperty({
    example: '0101904217',
    description: 'CPR number of who is to act. What is answered does not say whether there is such a person',
  })
  @IsCprNumber
  readonly cpr!: string;

  @ApiProperty({
    example: 'Grethe Holm',
    maxLength: LONGEST_NAME,
    description: 'What they are called: so they stand in the list, and wherever they act',
  })
  @IsString()
  @MaxLength(LONGEST_NAME)
  @Matches(ONE_LINE, { message: 'must be a name, on one line' })
  readonly name!: string;

  @ApiProperty({
    example: 'Anna Holm',
    maxLength: LONGEST_NAME,
    description: 'What you are called: so they are told who has given it',
  })
  @IsString()
  @MaxLength(LONGEST_NAME)
  @Matches(ONE_LINE, { message: 'must be a name, on one line' })
  readonly yourName!: string;

  @ApiPropertyOptional({
    type: [String],
    example: ['moving'],
    description: 'Ids of the journeys it is for; left out: all in which somebody may act for another',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_KINDS)
  @ArrayUnique()
  @Matches(DEFINITION_ID, { each: true, message: 'must be ids of definitions' })
  readonly journeys?: readonly string[];

  @ApiPropertyOptional({ format: 'date', description: 'The first day, within a year; left out: today' })
  @IsOptional()
  @IsDay()
  readonly from?: string;

  @ApiProperty({ format: 'date', description: 'The last day, at most two years after the first' })
  @IsDay()
  readonly until!: string;
}
