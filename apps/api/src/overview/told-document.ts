import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUTHORITY_NAME } from '../citizen/authority-name-property.js';
import { INSTANT, LAST_DAY_FIELD } from '../citizen/document-fields.js';
import { OverviewCaseDocument } from './overview-case-document.js';

const DAY = { format: 'date', example: '2026-03-01' } as const;

/** Something that an authority has told by an answer or a report. */
export class ToldDocument {
  @ApiProperty({ description: 'Opaque, and the same as long as it stands' }) readonly id!: string;
  @ApiProperty({ type: OverviewCaseDocument }) readonly journey!: OverviewCaseDocument;
  @ApiProperty({ example: 'Housing benefit' }) readonly title!: string;
  @ApiProperty({
    description: 'What told of it, as a sentence: it tells several of one title from each other',
    example: 'The hospital books your scans',
  })
  readonly text!: string;
  @ApiProperty({ example: 'udbetaling-danmark', description: 'Who has told it' }) readonly authority!: string;
  @ApiProperty(AUTHORITY_NAME) readonly authorityName!: string;
  @ApiProperty({ ...INSTANT, description: 'When it was told' }) readonly toldAt!: string;
  @ApiPropertyOptional({ description: 'The number that the authority knows it by' })
  readonly reference?: string;
}

export class AppealDocument {
  @ApiProperty({ description: 'The task with which you appeal' }) readonly task!: string;
  @ApiProperty({ example: 'Complain if your pension is wrong' }) readonly title!: string;
  @ApiPropertyOptional(LAST_DAY_FIELD) readonly lastDay?: string;
}

export class DecisionDocument extends ToldDocument {
  @ApiProperty({ ...DAY, description: 'The day of the decision' }) readonly decidedOn!: string;
  @ApiPropertyOptional({ description: 'Whether it was granted; absent where that is not the question' })
  readonly granted?: boolean;
  @ApiPropertyOptional({ description: 'How it came out, in words', example: 'the decision has been changed' })
  readonly result?: string;
  @ApiPropertyOptional({ description: 'Why, in the words of the authority' }) readonly grounds?: string;
  @ApiPropertyOptional({ ...DAY, description: 'The first day that it holds for' }) readonly from?: string;
  @ApiPropertyOptional({ ...DAY, description: 'The last day that it holds for' }) readonly until?: string;
  @ApiPropertyOptional({ type: AppealDocument, description: 'How you can appeal it now' })
  readonly appeal?: AppealDocument;
  @ApiPropertyOptional({ description: 'Why it cannot be appealed, and what to do instead' })
  readonly noAppeal?: string;
}

/** As in BevilgetYdelse: the payer is the authority. */
export class BenefitDocument extends ToldDocument {
  @ApiPropertyOptional({ example: 1180 }) readonly amount?: number;
  @ApiProperty({ enum: ['DKK'] }) readonly currency!: 'DKK';
  @ApiPropertyOptional({ enum: ['week', 'month', 'quarter', 'year'], description: 'How often it is paid' })
  readonly every?: 'week' | 'month' | 'quarter' | 'year';
  @ApiPropertyOptional({ ...DAY, description: 'The first day that it is for' }) readonly from?: string;
  @ApiPropertyOptional({ ...DAY, description: 'The last day that it is for' }) readonly until?: string;
}

/** As in BorgervendtGaeldogBetaling. */
export class PaymentDocument extends BenefitDocument {
  @ApiProperty({
    enum: ['in', 'out', 'between'],
    description:
      '`in`: you are paid; `out`: you pay an authority; `between`: one who takes part pays another',
  })
  readonly direction!: 'in' | 'out' | 'between';
  @ApiProperty({ enum: ['due', 'paid'], description: '`paid`: there is a receipt' })
  readonly status!: 'due' | 'paid';
  @ApiPropertyOptional({ ...DAY, description: 'The day by which or on which it is paid' })
  readonly day?: string;
}

/** As in Reservation of MeMo. */
export class AppointmentDocument extends ToldDocument {
  @ApiProperty({ ...DAY, description: 'The day, in Denmark' }) readonly start!: string;
  @ApiPropertyOptional({ example: 'Borgerservice' }) readonly place?: string;
}
