import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** As the contracts of the authorities have it. */
const LONGEST = 2_000;
/** Text on several lines, with something in it to read; no character that only machines see but the ends of lines. */
const PLAIN_TEXT = /^(?=[^]*[\p{L}\p{N}])(?:[^\p{C}]|[\r\n\t])*$/u;
const NO_TEXT = 'must be plain text with letters or digits in it';

/** What is wrong in which data, and what is right. */
export class CorrectionOrder {
  @ApiProperty({
    description: 'Id of the disclosure, as GET /v1/disclosures gives it',
    example: '0195a6c0-0000-7000-8000-000000000001.Zc1xQh0m8Jv3nB2rT5sK9w',
  })
  @IsString()
  @MaxLength(100)
  readonly disclosure!: string;

  @ApiPropertyOptional({
    example: 'address',
    description:
      'Which category of the data. Where a register holds it for the whole country, that register is asked; otherwise, and left out, whoever was given the data',
  })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly category?: string;

  @ApiProperty({ example: 'It says that I live on the 2nd floor.', maxLength: LONGEST })
  @IsString()
  @MaxLength(LONGEST)
  @Matches(PLAIN_TEXT, { message: NO_TEXT })
  readonly wrong!: string;

  @ApiProperty({ example: 'I live on the 1st floor.', maxLength: LONGEST })
  @IsString()
  @MaxLength(LONGEST)
  @Matches(PLAIN_TEXT, { message: NO_TEXT })
  readonly right!: string;
}
