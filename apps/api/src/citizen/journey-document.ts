import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type AuthorityWork, JourneyStatus, type TimelineItem, TimelineKind } from '#runtime';
import { type Choice } from '#journey';
import { PageOf } from '../paging/page.js';
import { IrreversibleDocument } from './cancellation-document.js';
import { FormDocument } from './form-document.js';

const INSTANT = { format: 'date-time', example: '2026-03-01T12:00:00.000Z' };

export class StateDocument {
  @ApiProperty({ example: 'underWay.population.registering' }) readonly path!: string;
  @ApiProperty({ description: 'Where the journey stands, in one line' }) readonly text!: string;
}

export class TaskEventDocument {
  @ApiProperty({ example: 'submit' }) readonly event!: string;
  @ApiProperty({ description: 'What is on the button' }) readonly label!: string;
  @ApiProperty({ description: 'Whether it carries the data of the form' }) readonly withData!: boolean;
}

export class OfferedPersonDocument {
  @ApiProperty({ example: '~cM3nU0vKkYp1n5rXlqFq4A', description: 'To be sent in place of a CPR number' })
  readonly value!: string;
  @ApiProperty({ example: '691219-****', description: 'The CPR number, as far as it is shown' })
  readonly label!: string;
}

export class TaskDocument {
  @ApiProperty({
    description: 'Id of the task, for POST …/tasks/{task}',
    example: 'underWay.housingBenefit.offered',
  })
  readonly task!: string;
  @ApiProperty() readonly title!: string;
  @ApiPropertyOptional() readonly help?: string;
  @ApiProperty() readonly role!: string;
  @ApiProperty({ ...INSTANT, description: 'Since when it is open' }) readonly since!: string;
  @ApiPropertyOptional({ ...INSTANT, description: 'The last moment to do it' }) readonly due?: string;
  @ApiProperty({ type: [TaskEventDocument] }) readonly events!: readonly TaskEventDocument[];
  @ApiPropertyOptional({ type: FormDocument }) readonly form?: FormDocument;
  @ApiPropertyOptional({
    description: 'What is known already, by field; persons by a value of `persons`',
    type: 'object',
    additionalProperties: true,
  })
  readonly prefill?: unknown;
  @ApiPropertyOptional({
    description: 'The only values that a field takes, by field',
    type: 'object',
    additionalProperties: {
      type: 'array',
      items: {
        type: 'object',
        required: ['value', 'label'],
        properties: { value: {}, label: {} },
      },
    },
  })
  readonly choices?: Readonly<Record<string, readonly Choice[]>>;
  @ApiPropertyOptional({
    type: [OfferedPersonDocument],
    description: 'The persons of `prefill` and `choices`',
  })
  readonly persons?: readonly OfferedPersonDocument[];
}

export class OthersTaskDocument {
  @ApiProperty() readonly task!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ description: 'Who must do it', example: 'partner' }) readonly role!: string;
  @ApiProperty({ example: 'your partner' }) readonly roleName!: string;
  @ApiPropertyOptional({
    type: [String],
    description: 'Who is waited for by name: they have no CPR number, and act by letter or at a counter',
  })
  readonly names?: readonly string[];
  @ApiPropertyOptional(INSTANT) readonly due?: string;
}

export class AuthorityWorkDocument {
  @ApiProperty({ description: 'What the authority is doing' }) readonly text!: string;
  @ApiProperty({ example: 'cpr.registerMove' }) readonly service!: string;
  @ApiProperty({ example: 'cpr' }) readonly authority!: string;
  @ApiProperty({ example: 'Civil Registration System (CPR)' }) readonly authorityName!: string;
  @ApiPropertyOptional({ enum: ['municipal', 'regional', 'state'] }) readonly tier?: string;
  @ApiProperty() readonly step!: string;
  @ApiProperty(INSTANT) readonly since!: string;
  @ApiPropertyOptional({
    ...INSTANT,
    description: "The last moment of the authority's published maximum time",
  })
  readonly due?: string;
  @ApiProperty({
    enum: ['asked', 'accepted', 'delayed'],
    description: 'A delay is not the doing of the citizen',
  })
  readonly stage!: AuthorityWork['stage'];
}

export class AwaitedDocument {
  @ApiProperty() readonly step!: string;
  @ApiProperty({ example: 'cpr.birthRegistered' }) readonly event!: string;
  @ApiProperty({ description: 'What an authority must report before the journey goes on here' })
  readonly text!: string;
}

export class TimerDocument {
  @ApiProperty() readonly step!: string;
  @ApiPropertyOptional() readonly text?: string;
  @ApiProperty({ ...INSTANT, description: 'When it goes on by itself if nothing else happens before' })
  readonly due!: string;
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

/** A journey as one participant may read it. */
export class JourneyDocument {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'moving' }) readonly definition!: string;
  @ApiProperty({ description: 'Content hash of the definition that the journey is pinned to' })
  readonly hash!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ enum: Object.values(JourneyStatus) }) readonly status!: JourneyStatus;
  @ApiProperty({
    description: 'Opaque; changes with each move that you can see: the id of the last of `happened`',
  })
  readonly version!: string;
  @ApiProperty({ type: [String], description: 'Your roles in it' }) readonly roles!: readonly string[];
  @ApiProperty(INSTANT) readonly startedAt!: string;
  @ApiProperty(INSTANT) readonly movedAt!: string;
  @ApiPropertyOptional({
    ...INSTANT,
    description: 'When it can be expected to be over, by the estimated duration',
  })
  readonly expectedEnd?: string;
  @ApiProperty({ type: [StateDocument] }) readonly states!: readonly StateDocument[];
  @ApiProperty({ type: [TaskDocument], description: 'What you must do' })
  readonly tasks!: readonly TaskDocument[];
  @ApiProperty({ type: [OthersTaskDocument], description: 'What others must do' })
  readonly others!: readonly OthersTaskDocument[];
  @ApiProperty({ type: [AuthorityWorkDocument], description: 'What authorities are doing, by when' })
  readonly authorities!: readonly AuthorityWorkDocument[];
  @ApiProperty({ type: [AwaitedDocument] }) readonly awaited!: readonly AwaitedDocument[];
  @ApiProperty({ type: [TimerDocument] }) readonly timers!: readonly TimerDocument[];
  @ApiProperty({ type: [HappeningDocument], description: 'The latest of what has happened, oldest first' })
  readonly happened!: readonly HappeningDocument[];
  @ApiPropertyOptional({ description: 'When more has happened earlier: `after` for GET …/happened' })
  readonly earlier?: string;
  @ApiProperty({ description: 'Whether you can cancel it now; GET …/cancellation says what that would undo' })
  readonly cancellable!: boolean;
  @ApiPropertyOptional({
    type: SelfCancellationDocument,
    description: 'When the journey has cancelled itself, as after a mistaken report',
  })
  readonly undone?: SelfCancellationDocument;
}

export class JourneyListItem {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly definition!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ enum: Object.values(JourneyStatus) }) readonly status!: JourneyStatus;
  @ApiProperty({ type: [String] }) readonly roles!: readonly string[];
  @ApiProperty(INSTANT) readonly startedAt!: string;
}

export class JourneyPage extends PageOf(JourneyListItem) {}
