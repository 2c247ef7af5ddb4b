import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUTHORITY_NAME } from '../citizen/authority-name-property.js';
import { DisclosedCategory } from '../citizen/disclosure-document.js';
import { INSTANT } from '../citizen/document-fields.js';
import { PageOf } from '../paging/page.js';

const DAY = { format: 'date', example: '2026-12-29' };
export const CORRECTION_STATUSES = ['sending', 'received', 'corrected', 'refused', 'undelivered'] as const;

/** What somebody has asked an authority to correct in their data (GDPR art. 16), and what has come of it. */
export class CorrectionDocument {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty(INSTANT) readonly askedAt!: string;
  @ApiProperty({ example: 'cpr', description: 'Who is asked, and answers' }) readonly authority!: string;
  @ApiProperty({ example: 'cpr', description: 'In which role: GET /v1/authorities says how it is reached' })
  readonly role!: string;
  @ApiProperty(AUTHORITY_NAME) readonly authorityName!: string;
  @ApiProperty({
    example: 'Moving: CPR registers your move',
    description: 'What the data were given for, as it was called then',
  })
  readonly concerns!: string;
  @ApiPropertyOptional({ type: DisclosedCategory }) readonly category?: DisclosedCategory;
  @ApiPropertyOptional({
    type: [String],
    description: 'Who was given the data, and is told by the authority that is asked',
  })
  readonly givenTo?: readonly string[];
  @ApiProperty({ description: 'What is wrong, in the words in which it was asked' }) readonly wrong!: string;
  @ApiProperty({ description: 'What is right, in the words in which it was asked' }) readonly right!: string;
  @ApiProperty({
    enum: CORRECTION_STATUSES,
    description:
      '`sending`: on its way; `received`: the authority has it; `corrected`; `refused`; `undelivered`: it could not be passed on',
  })
  readonly status!: (typeof CORRECTION_STATUSES)[number];
  @ApiProperty({ ...DAY, description: 'The last day on which the authority may answer' })
  readonly lastDay!: string;
  @ApiProperty({ description: 'Whether that day is over, and there is no answer' }) readonly late!: boolean;
  @ApiPropertyOptional(INSTANT) readonly answeredAt?: string;
  @ApiPropertyOptional({ ...DAY, description: 'The day on which it was corrected' })
  readonly correctedOn?: string;
  @ApiPropertyOptional({ description: 'What the authority wrote, or why it refuses' })
  readonly answer?: string;
  @ApiPropertyOptional({ type: [String], description: 'Who was told of the correction' })
  readonly told?: readonly string[];
  @ApiPropertyOptional({ description: 'Who asked for you; one sentence' }) readonly doneForYou?: string;
}

/** A page, newest first; it may hold fewer items than were asked for. */
export class CorrectionPage extends PageOf(CorrectionDocument) {}
