import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUTHORITY_NAME } from './authority-name-property.js';
import { type AuthorityWork, DELAY_REASONS, JourneyStatus, type TimelineItem, TimelineKind } from '#runtime';
import { UNCANCELLABLE, type Uncancellable } from '#journey';
import { MessageDocument } from '../mailbox/message-document.js';
import { PageOf } from '../paging/page.js';
import { IrreversibleDocument } from './cancellation-document.js';
import { INSTANT, LAST_DAY_FIELD } from './document-fields.js';
import { ParticipantDocument } from './participant-document.js';
import { NextDocument, OutcomeDocument, SectionDocument } from './section-document.js';
import { OthersTaskDocument, TaskDocument } from './task-document.js';

const REFERENCE = {
  example: 'FLY-7K3M-2Q9X-D4TN',
  description: 'The number of the case, for people',
} as const;

const LABEL = {
  example: 'Flytning til Strandvejen 8, 8240 Risskov',
  description: 'What tells it from your other journeys of its kind; absent until that is known',
} as const;

export class StateDocument {
  @ApiProperty({ example: 'underWay.population.registering' }) readonly path!: string;
  @ApiProperty({ description: 'Where the journey stands, in one line' }) readonly text!: string;
}

export class OpeningDocument {
  @ApiProperty({ example: 'monday' }) readonly day!: string;
  @ApiProperty({ example: '09:00' }) readonly from!: string;
  @ApiProperty({ example: '15:00' }) readonly until!: string;
}

export class ContactDocument {
  @ApiPropertyOptional({ example: '+45 12 34 56 78' }) readonly phone?: string;
  @ApiPropertyOptional({ example: 'https://www.borger.dk' }) readonly web?: string;
  @ApiProperty({ type: [OpeningDocument], description: 'When the telephone is answered, Danish time' })
  readonly hours!: readonly OpeningDocument[];
}

export class AuthorityWorkDocument {
  @ApiProperty({ description: 'What the authority is doing, as a sentence that names it' })
  readonly text!: string;
  @ApiProperty({ example: 'cpr.registerMove' }) readonly service!: string;
  @ApiProperty({ example: 'cpr' }) readonly authority!: string;
  @ApiProperty(AUTHORITY_NAME) readonly authorityName!: string;
  @ApiPropertyOptional({ enum: ['municipal', 'regional', 'state'] }) readonly tier?: string;
  @ApiProperty() readonly step!: string;
  @ApiPropertyOptional({ description: 'The section that it is in' }) readonly section?: string;
  @ApiProperty(INSTANT) readonly since!: string;
  @ApiPropertyOptional({
    ...INSTANT,
    description: "The instant after the last of the authority's published maximum time",
  })
  readonly due?: string;
  @ApiPropertyOptional({
    ...LAST_DAY_FIELD,
    description: "The last day of the authority's published maximum time",
  })
  readonly lastDay?: string;
  @ApiProperty({
    enum: ['asked', 'accepted', 'delayed'],
    description: 'A delay is not the doing of the citizen',
  })
  readonly stage!: AuthorityWork['stage'];
  @ApiPropertyOptional({
    enum: DELAY_REASONS,
    description:
      'Why it is delayed: we have stopped asking for a while, it cannot be reached, or its published maximum time is over',
  })
  readonly because?: NonNullable<AuthorityWork['because']>;
  @ApiPropertyOptional({ description: 'The same in words' }) readonly delay?: string;
  @ApiPropertyOptional({
    ...INSTANT,
    description:
      'Of an outage: when we ask again. An authority that has said when it is back is not asked before',
  })
  readonly asksAgain?: string;
  @ApiPropertyOptional({ type: ContactDocument, description: 'Where you may turn' })
  readonly contact?: ContactDocument;
}

export class AwaitedDocument {
  @ApiProperty() readonly step!: string;
  @ApiProperty({ example: 'cpr.birthRegistered' }) readonly event!: string;
  @ApiProperty({ description: 'What an authority must report before the journey goes on here' })
  readonly text!: string;
}

export class TimerDocument {
  @ApiProperty() readonly step!: string;
  @ApiPropertyOptional({ description: 'The section that it is in' }) readonly section?: string;
  @ApiPropertyOptional({ description: 'Where it stands until then' }) readonly text?: string;
  @ApiPropertyOptional({
    description:
      'What happens then; absent when it cannot be said yet, and when something else is waited for that may come before',
  })
  readonly then?: string;
  @ApiProperty({ ...INSTANT, description: 'When it goes on by itself if nothing else happens before' })
  readonly due!: string;
  @ApiProperty({ ...LAST_DAY_FIELD, description: 'The last day before' }) readonly lastDay!: string;
}

export class HappeningDocument {
  @ApiProperty({
    description: 'Opaque; the id of the event in the stream, and the version of the journey after it',
  })
  readonly id!: string;
  @ApiProperty(INSTANT) readonly at!: string;
  @ApiProperty({
    enum: Object.values(TimelineKind),
    description: '`moved`: you may see what came of it, and not what it was',
  })
  readonly kind!: TimelineItem['kind'];
  @ApiPropertyOptional({
    enum: ['you', 'participant', 'authority', 'time', 'operations'],
    description: 'Who moved it; absent when that is not yours to know',
  })
  readonly by?: NonNullable<TimelineItem['by']>;
  @ApiPropertyOptional({
    example: 'En sagsbehandler i Vejle Kommune',
    description: 'Who did it for you, where you did not do it yourself; then `by` is `you`',
  })
  readonly doneBy?: string;
  @ApiProperty() readonly text!: string;
  @ApiProperty({ type: [StateDocument] }) readonly entered!: readonly StateDocument[];
  @ApiProperty({ type: [StateDocument] }) readonly left!: readonly StateDocument[];
}

/** A page of what has happened, newest first. */
export class HappenedPage extends PageOf(HappeningDocument) {}

/** Why a journey has cancelled itself. */
export class SelfCancellationDocument {
  @ApiProperty({ description: 'Why, in words' }) readonly text!: string;
  @ApiProperty({ type: [IrreversibleDocument], description: 'What was done and cannot be undone' })
  readonly irreversible!: readonly IrreversibleDocument[];
}

/** Paths of what belongs to a journey. */
export class JourneyLinksDocument {
  @ApiProperty({ description: 'What you were written in it' }) readonly messages!: string;
  @ApiProperty({ description: 'What you have sent in it' }) readonly answers!: string;
  @ApiProperty({ description: 'All that has happened' }) readonly happened!: string;
  @ApiPropertyOptional({ description: 'Where to say how it went; while you are asked, once it has ended' })
  readonly feedback?: string;
}

/** Whether the reader can cancel the journey now. */
export class CancellableDocument {
  @ApiProperty() readonly possible!: boolean;
  @ApiPropertyOptional({
    enum: [...UNCANCELLABLE, 'held'],
    description:
      '`never`: nobody can; `notYours`: others can; `tooLate`: not any more; `over`: it has ended; `held`: not before we have mended a fault',
  })
  readonly why?: Uncancellable | 'held';
  @ApiPropertyOptional({ description: 'Why not, in words' }) readonly text?: string;
}

/** A journey as one participant may read it. */
export class JourneyDocument {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'moving' }) readonly definition!: string;
  @ApiProperty({ description: 'Content hash of the definition that the journey is pinned to' })
  readonly hash!: string;
  @ApiProperty(REFERENCE) readonly reference!: string;
  @ApiProperty() readonly title!: string;
  @ApiPropertyOptional(LABEL) readonly label?: string;
  @ApiPropertyOptional({ type: ParticipantDocument, description: 'Who began it' })
  readonly startedBy?: ParticipantDocument;
  @ApiProperty({ type: [ParticipantDocument], description: 'Who takes part, as far as you may know' })
  readonly participants!: readonly ParticipantDocument[];
  @ApiProperty({ description: 'Whether it waits for you' }) readonly needsYou!: boolean;
  @ApiProperty({
    description:
      'Whether nobody is to be disturbed with it, as after a loss: show it without counters, reminders and cheerful words',
  })
  readonly quiet!: boolean;
  @ApiProperty({
    description: 'Whether there has been a loss in it: show nothing of it as a success',
  })
  readonly bereaved!: boolean;
  @ApiProperty({ enum: Object.values(JourneyStatus) }) readonly status!: JourneyStatus;
  @ApiProperty({
    description: 'Opaque; changes with each move that you can see: the id of the last of `happened`',
  })
  readonly version!: string;
  @ApiProperty({ type: [String], description: 'Your roles in it' }) readonly roles!: readonly string[];
  @ApiProperty(INSTANT) readonly startedAt!: string;
  @ApiProperty(INSTANT) readonly movedAt!: string;
  @ApiPropertyOptional({ ...INSTANT, description: 'When it ended' }) readonly endedAt?: string;
  @ApiPropertyOptional({
    ...INSTANT,
    description: 'When it can be expected to be over, by the estimated duration',
  })
  readonly expectedEnd?: string;
  @ApiProperty({ type: [StateDocument] }) readonly states!: readonly StateDocument[];
  @ApiProperty({
    type: [SectionDocument],
    description: 'All of it by section, in order, those to come included',
  })
  readonly sections!: readonly SectionDocument[];
  @ApiPropertyOptional({
    type: OutcomeDocument,
    description: 'What the journey has come to, once it has ended',
  })
  readonly outcome?: OutcomeDocument;
  @ApiPropertyOptional({ type: NextDocument, description: 'What comes next of all' })
  readonly next?: NextDocument;
  @ApiProperty({ type: [TaskDocument], description: 'What you must or may do, and doors that stand open' })
  readonly tasks!: readonly TaskDocument[];
  @ApiProperty({ type: [OthersTaskDocument], description: 'What others must or may do' })
  readonly others!: readonly OthersTaskDocument[];
  @ApiProperty({ type: [AuthorityWorkDocument], description: 'What authorities are doing, by when' })
  readonly authorities!: readonly AuthorityWorkDocument[];
  @ApiProperty({ type: [AwaitedDocument] }) readonly awaited!: readonly AwaitedDocument[];
  @ApiProperty({ type: [TimerDocument] }) readonly timers!: readonly TimerDocument[];
  @ApiProperty({ type: [HappeningDocument], description: 'The latest of what has happened, oldest first' })
  readonly happened!: readonly HappeningDocument[];
  @ApiProperty({
    type: [MessageDocument],
    description: 'The latest that you were written in it, newest first; all are under `links.messages`',
  })
  readonly messages!: readonly MessageDocument[];
  @ApiPropertyOptional({ description: 'When more has happened earlier: `after` for GET …/happened' })
  readonly earlier?: string;
  @ApiProperty({ description: 'Whether you can cancel it now; GET …/cancellation says what that would undo' })
  readonly cancellable!: boolean;
  @ApiProperty({ type: CancellableDocument, description: 'The same, with the reason why not' })
  readonly cancellation!: CancellableDocument;
  @ApiProperty({ type: JourneyLinksDocument, description: 'What there is to read besides' })
  readonly links!: JourneyLinksDocument;
  @ApiPropertyOptional({
    type: SelfCancellationDocument,
    description: 'When the journey has cancelled itself, as after a mistaken report',
  })
  readonly undone?: SelfCancellationDocument;
}

export class JourneyListItem {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly definition!: string;
  @ApiProperty(REFERENCE) readonly reference!: string;
  @ApiProperty() readonly title!: string;
  @ApiPropertyOptional(LABEL) readonly label?: string;
  @ApiPropertyOptional({ type: ParticipantDocument, description: 'Who began it' })
  readonly startedBy?: ParticipantDocument;
  @ApiProperty({ enum: Object.values(JourneyStatus) }) readonly status!: JourneyStatus;
  @ApiProperty({ type: [String] }) readonly roles!: readonly string[];
  @ApiProperty({ description: 'Whether it waits for you' }) readonly needsYou!: boolean;
  @ApiProperty({
    description:
      'Whether nobody is to be disturbed with it, as after a loss: show it without counters, reminders and cheerful words',
  })
  readonly quiet!: boolean;
  @ApiPropertyOptional({ type: NextDocument, description: 'What comes next of all' })
  readonly next?: NextDocument;
  @ApiProperty(INSTANT) readonly startedAt!: string;
  @ApiPropertyOptional({ ...INSTANT, description: 'When it ended' }) readonly endedAt?: string;
}

export class JourneyPage extends PageOf(JourneyListItem) {}
