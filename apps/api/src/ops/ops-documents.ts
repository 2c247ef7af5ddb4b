import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { iso } from '#calendar';
import { type Extent, EXTENTS } from '#journey';
import {
  dispatchId,
  DispatchStatus,
  type DispatchSummary,
  type JournalEntry,
  JourneyStatus,
  type JourneySummary,
} from '#runtime';
import { PageOf } from '../paging/page.js';
import { ServiceTitle } from './service-titles.js';

const INSTANT = { format: 'date-time' };

/** A journey as ops see it: state, never content. */
export class OpsJourney {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'FLY-7K3M-2Q9X-D4TN', description: 'By which people speak of it' })
  readonly reference!: string;
  @ApiProperty() readonly definition!: string;
  @ApiProperty() readonly hash!: string;
  @ApiProperty({ enum: Object.values(JourneyStatus) }) readonly status!: JourneyStatus;
  @ApiProperty({ type: [String], description: 'Paths of the active states' })
  readonly states!: readonly string[];
  @ApiProperty() readonly version!: number;
  @ApiProperty(INSTANT) readonly startedAt!: string;
  @ApiProperty(INSTANT) readonly movedAt!: string;
}

export class OpsError {
  @ApiProperty() readonly code!: string;
  @ApiProperty() readonly message!: string;
}

export class OpsDispatch {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly journey!: string;
  @ApiProperty() readonly service!: string;
  @ApiProperty() readonly authority!: string;
  @ApiPropertyOptional({
    description:
      'Path of the state that asks, or the id of the dispatch that it undoes; absent for the delivery of a message',
  })
  readonly step?: string;
  @ApiProperty({ enum: Object.values(DispatchStatus) }) readonly status!: DispatchStatus;
  @ApiProperty({ description: 'Attempts that have failed' }) readonly attempt!: number;
  @ApiProperty({ ...INSTANT, description: 'When it was asked for, in calendar time' })
  readonly createdAt!: string;
  @ApiPropertyOptional({ ...INSTANT, description: 'When it should be answered at the latest' })
  readonly dueAt?: string;
  @ApiPropertyOptional(INSTANT) readonly settledAt?: string;
  @ApiPropertyOptional({
    ...INSTANT,
    description: 'When it is tried again, once it has failed, in wall time',
  })
  readonly nextAttemptAt?: string;
  @ApiPropertyOptional({ type: OpsError, description: 'The last failure' }) readonly error?: OpsError;
}

/** A dispatch by itself. */
export class OpsDispatchDetail extends IntersectionType(OpsDispatch, ServiceTitle) {
  @ApiPropertyOptional({
    example: 'FLY-7K3M-2Q9X-D4TN',
    description: 'By which people speak of its journey; absent when it belongs to a correction or a mandate',
  })
  readonly reference?: string;
}

export class OpsJourneyPage extends PageOf(OpsJourney) {}
export class OpsDispatchPage extends PageOf(OpsDispatch) {}

/** Journeys that stand still for a fault of ours. */
export class OpsHeldJourneys {
  @ApiProperty() readonly count!: number;
  @ApiPropertyOptional({
    ...INSTANT,
    description:
      'When the one that has stood longest made its last step, in calendar time; absent when there is none',
  })
  readonly since?: string;
}

export class OpsEntry {
  @ApiProperty() readonly seq!: number;
  @ApiProperty(INSTANT) readonly at!: string;
  @ApiProperty() readonly kind!: string;
  @ApiProperty({ description: '`participant`, `authority:<id>`, `ops:<id>` or `time`' })
  readonly actor!: string;
  @ApiProperty({ description: 'Task, service, timer or type of event' }) readonly subject!: string;
  @ApiProperty({ type: [String] }) readonly entered!: readonly string[];
  @ApiProperty({ type: [String] }) readonly left!: readonly string[];
  @ApiPropertyOptional({ type: [String], description: 'The roles that were taken back by it' })
  readonly dismissed?: readonly string[];
}

export class OpsJourneyDetail extends OpsJourney {
  @ApiProperty({ type: [OpsEntry] }) readonly journal!: readonly OpsEntry[];
  @ApiProperty({ type: [OpsDispatch] }) readonly dispatches!: readonly OpsDispatch[];
}

export class OpsBacklog {
  @ApiProperty() readonly status!: string;
  @ApiProperty() readonly count!: number;
}

export class OpsPause {
  @ApiProperty({ ...INSTANT, description: 'In calendar time' }) readonly since!: string;
  @ApiProperty({ description: 'The last word on it' }) readonly reason!: string;
  @ApiProperty({ description: '`ops:<id>`' }) readonly by!: string;
}

/** A role of the catalogue, or a municipality or region that takes some of them. */
export class OpsAuthority {
  @ApiProperty({
    description: 'Of a role as in the catalogue, of a municipality its code, of a region its id',
  })
  readonly id!: string;
  @ApiProperty() readonly tier!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ description: 'Whether its dispatches wait until ops resume it' }) readonly paused!: boolean;
  @ApiPropertyOptional({ type: OpsPause }) readonly pause?: OpsPause;
  @ApiPropertyOptional({
    enum: EXTENTS,
    description:
      'Of a role: who takes it, one authority for the country or one in each municipality or region',
  })
  readonly heldBy?: Extent;
  @ApiPropertyOptional({ type: [String], description: 'Of a municipality or a region: the roles it takes' })
  readonly roles?: readonly string[];
  @ApiProperty({ type: [String], description: 'Of a role: what it is asked' })
  readonly services!: readonly string[];
  @ApiProperty({ type: [OpsBacklog], description: 'What is not settled; of a role: at all who take it' })
  readonly backlog!: readonly OpsBacklog[];
  @ApiProperty({ description: 'How many of them have failed and are not answered yet' })
  readonly failing!: number;
  @ApiProperty({
    description: "How many of them were accepted, and are past the authority's published maximum time",
  })
  readonly overdue!: number;
  @ApiPropertyOptional({ ...INSTANT, description: 'When the oldest of them was asked for, in calendar time' })
  readonly oldestAt?: string;
}

export function opsJourney(
  { journey, startedAt, movedAt, ...rest }: JourneySummary,
  reference: string,
): OpsJourney {
  return { id: journey, reference, ...rest, startedAt: iso(startedAt), movedAt: iso(movedAt) };
}

export function opsDispatch(dispatch: DispatchSummary): OpsDispatch {
  const {
    id,
    journey,
    service,
    authority,
    state,
    undoes,
    status,
    attempt,
    createdAt,
    dueAt,
    settledAt,
    ringAt,
    error,
  } = dispatch;
  const step = state ?? (undoes === undefined ? undefined : dispatchId(journey, undoes));
  return {
    id,
    journey,
    service,
    authority,
    ...(step !== undefined && { step }),
    status,
    attempt,
    createdAt: iso(createdAt),
    ...(dueAt !== undefined && { dueAt: iso(dueAt) }),
    ...(settledAt !== undefined && { settledAt: iso(settledAt) }),
    ...(error && ringAt !== undefined && { nextAttemptAt: iso(ringAt) }),
    ...(error && { error: { code: error.code, message: error.message } }),
  };
}

/** Leaves out what arrived, and which participant did it. */
export function opsEntry({ seq, at, kind, actor, subject, entered, left, detail }: JournalEntry): OpsEntry {
  const named = actor?.includes(':') ? actor : 'participant';
  const { dismissed } = (detail ?? {}) as { readonly dismissed?: readonly string[] };
  return {
    seq,
    at: iso(at),
    kind,
    actor: actor === undefined ? 'time' : named,
    subject,
    entered,
    left,
    ...(dismissed && { dismissed }),
  };
}
