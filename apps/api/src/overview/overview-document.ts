import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { INSTANT, LAST_DAY_FIELD } from '../citizen/document-fields.js';
import {
  AuthorityWorkDocument,
  AwaitedDocument,
  JourneyListItem,
  TimerDocument,
} from '../citizen/journey-document.js';
import { OthersTaskDocument } from '../citizen/task-document.js';
import { CorrectionDocument } from '../corrections/correction-document.js';
import { MessageDocument } from '../mailbox/message-document.js';
import { OfferDocument } from '../offers/offer-document.js';
import { AppointmentDocument, BenefitDocument, DecisionDocument, PaymentDocument } from './told-document.js';
import { OverviewCaseDocument } from './overview-case-document.js';

/** A journey among all of somebody's. */
export class OverviewJourneyDocument extends JourneyListItem {
  @ApiProperty({
    enum: [2, 4],
    description:
      'Status of the case as in BorgervendtSag: 2 is being handled (Behandles), 4 is closed (Afsluttet)',
  })
  readonly caseStatus!: 2 | 4;
}

/** Something that you must or may do. */
export class OverviewTaskDocument {
  @ApiProperty({ type: OverviewCaseDocument }) readonly journey!: OverviewCaseDocument;
  @ApiProperty({ description: 'Id of the task in its journey', example: 'declareMove' })
  readonly task!: string;
  @ApiProperty({ enum: ['must', 'may'], description: '`must`: the journey waits for it' })
  readonly kind!: 'must' | 'may';
  @ApiProperty({ description: 'Whether it is there to appeal a decision' }) readonly appeals!: boolean;
  @ApiProperty() readonly title!: string;
  @ApiPropertyOptional({ description: 'Title of the section that it is in' }) readonly section?: string;
  @ApiPropertyOptional({ ...INSTANT, description: 'The instant after the last on which it may be done' })
  readonly due?: string;
  @ApiPropertyOptional(LAST_DAY_FIELD) readonly lastDay?: string;
  @ApiPropertyOptional({ description: 'What happens if nothing is done' }) readonly ifNothing?: string;
}

export class OverviewOthersTaskDocument extends OthersTaskDocument {
  @ApiProperty({ type: OverviewCaseDocument }) readonly journey!: OverviewCaseDocument;
}

export class OverviewTimerDocument extends TimerDocument {
  @ApiProperty({ type: OverviewCaseDocument }) readonly journey!: OverviewCaseDocument;
}

export class OverviewAwaitedDocument extends AwaitedDocument {
  @ApiProperty({ type: OverviewCaseDocument }) readonly journey!: OverviewCaseDocument;
}

export class OverviewWorkDocument extends AuthorityWorkDocument {
  @ApiProperty({ type: OverviewCaseDocument }) readonly journey!: OverviewCaseDocument;
  @ApiProperty({ description: 'Whether its published maximum time is over' }) readonly late!: boolean;
}

/** All that is somebody's, over all of their journeys. */
export class OverviewDocument {
  @ApiProperty({ ...INSTANT, description: 'How things stood then' }) readonly asOf!: string;
  @ApiProperty({
    description:
      'Whether it is over all of your journeys; else over the newest hundred. GET /v1/journeys lists all',
  })
  readonly complete!: boolean;
  @ApiProperty({
    type: [OverviewJourneyDocument],
    description: 'Newest first, those that have ended included',
  })
  readonly journeys!: readonly OverviewJourneyDocument[];
  @ApiProperty({
    type: [OverviewTaskDocument],
    description:
      'What you must do, then what you may do, each by the last day; without doors that merely stand open',
  })
  readonly tasks!: readonly OverviewTaskDocument[];
  @ApiProperty({ type: [OverviewTimerDocument], description: 'What happens by itself, the nearest first' })
  readonly byItself!: readonly OverviewTimerDocument[];
  @ApiProperty({ type: [OverviewWorkDocument], description: 'What authorities owe you, late ones first' })
  readonly authorities!: readonly OverviewWorkDocument[];
  @ApiProperty({
    type: [CorrectionDocument],
    description:
      'Corrections of your data that authorities owe you an answer to, what is due first at the head',
  })
  readonly corrections!: readonly CorrectionDocument[];
  @ApiProperty({ type: [OverviewAwaitedDocument], description: 'What an authority is to report' })
  readonly awaited!: readonly OverviewAwaitedDocument[];
  @ApiProperty({ type: [OverviewOthersTaskDocument], description: 'What other people must or may do' })
  readonly others!: readonly OverviewOthersTaskDocument[];
  @ApiProperty({ type: [DecisionDocument], description: 'What was decided about you, newest first' })
  readonly decisions!: readonly DecisionDocument[];
  @ApiProperty({ type: [BenefitDocument], description: 'What you are paid again and again, now or to come' })
  readonly benefits!: readonly BenefitDocument[];
  @ApiProperty({
    type: [PaymentDocument],
    description: 'What is to be paid, by the day; then what has been paid',
  })
  readonly payments!: readonly PaymentDocument[];
  @ApiProperty({ type: [AppointmentDocument], description: 'From today on, the nearest first' })
  readonly appointments!: readonly AppointmentDocument[];
  @ApiProperty({ type: [OfferDocument], description: 'Journeys that are held out to you' })
  readonly offers!: readonly OfferDocument[];
  @ApiProperty({ type: [MessageDocument], description: 'The latest; all are under GET /v1/messages' })
  readonly messages!: readonly MessageDocument[];
}
