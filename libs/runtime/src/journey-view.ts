import { addPeriod, dateAt, endOfDay } from '#calendar';
import { type CompiledJourney, NO_WAITS, type OpenTask, type Reader, type Uncancellable } from '#journey';
import { type Instant } from '#statechart';
import { isBereaved, isQuiet } from './is-quiet.js';
import { DispatchStatus, isOpen, isOver, type JourneyRecord, type UndoReason } from './journey-record.js';
import { type SectionView, sectionsOf } from './journey-sections.js';
import { lastSeen } from './last-seen.js';
import { type OpenedJourney } from './opened-journey.js';
import { type ViewRows } from './ports.js';
import { type TimelineItem, timelineOf } from './timeline.js';

/**
 * Read model: a journey as one participant may see it. What has happened, what happens by itself, what they must do, who
 * does what by when. Names of states, tasks, services and texts; the edge puts words to them.
 * What it says is put into words for the one reader.
 */
export interface JourneyView {
  readonly id: string;
  readonly definition: string;
  readonly hash: string;
  /** For whom it is put into words, and how the journey stands. */
  readonly reader: Reader;
  readonly status: JourneyRecord['status'];
  /** Number of the last entry that the viewer may see: changes whenever the journey moves in their sight. */
  readonly version: number;
  /** The viewer's roles in it. */
  readonly roles: readonly string[];
  /** When it was read. */
  readonly asOf: Instant;
  readonly startedAt: Instant;
  readonly movedAt: Instant;
  /** When it ended, done or cancelled. */
  readonly endedAt?: Instant;
  /** Paths of the active states that the viewer may see. */
  readonly states: readonly string[];
  /** In order, those to come included. */
  readonly sections: readonly SectionView[];
  /** Path of the final state in which it has ended, when that says what came of it and the viewer may see it. */
  readonly end?: string;
  /** It is after a loss, where nobody is pressed. */
  readonly quiet: boolean;
  /** There has been a loss in it, as far as it knows: nothing of it is a success. */
  readonly bereaved: boolean;
  /** What the viewer must or may do. */
  readonly tasks: readonly OpenTask[];
  /** When the viewer last saved a draft of a task, by task. */
  readonly drafts: ReadonlyMap<string, Instant>;
  /** Whether there are messages to the viewer. */
  readonly writtenTo: boolean;
  /** What others must or may do. */
  readonly others: readonly OthersTask[];
  /** What authorities are doing. */
  readonly authorities: readonly AuthorityWork[];
  /** What an authority is expected to report before the journey goes on there. */
  readonly awaited: readonly { readonly state: string; readonly event: string }[];
  /** When something happens by itself if nothing else does before. */
  readonly timers: readonly WaitingTimer[];
  /** The latest of what happened, oldest first. */
  readonly happened: readonly TimelineItem[];
  /** Number of the entry before which there may be more. */
  readonly earlierThan?: number;
  /** Why the viewer cannot cancel it now; absent when they can. */
  readonly uncancellable?: Uncancellable | 'held';
  /** Why the journey has cancelled itself, and what of it stays done in the viewer's sight. */
  readonly undone?: UndoReason;
}

/** What others must or may do. */
export type OthersTask = Pick<OpenTask, 'task' | 'role' | 'kind' | 'due'> & {
  /** Of those who are waited for and whose name the viewer may know. */
  readonly names?: readonly string[];
};

/** Something that happens by itself. */
export interface WaitingTimer {
  readonly state: string;
  readonly due: Instant;
  /** Nothing else can come before it. */
  readonly certain: boolean;
  /** Where it may lead, as far as the viewer may see. */
  readonly targets: readonly string[];
  /** It ends the time for a task of the viewer's, whose words say what happens then. Those words are not for others. */
  readonly endsTask: boolean;
}

export const DELAY_REASONS = ['paused', 'outage', 'late'] as const;
export type DelayReason = (typeof DELAY_REASONS)[number];

/** A request in flight at an authority. */
export interface AuthorityWork {
  readonly service: string;
  readonly authority: string;
  /** Path of the state that asks; of a compensation, the state whose request it undoes. */
  readonly state: string;
  readonly since: Instant;
  /** The last moment of the authority's published maximum time. */
  readonly due?: Instant;
  /**
   * `asked`: it is being asked; `accepted`: it has it and answers later; `delayed`: it cannot be reached or is late,
   * which is not the citizen's doing.
   */
  readonly stage: 'asked' | 'accepted' | 'delayed';
  /** Why it is delayed: ops have paused the authority, it cannot be reached, or its published maximum time is over. */
  readonly because?: DelayReason;
  /** Of one that cannot be reached: when it is asked again, at the earliest when it said it would be back. */
  readonly asksAgain?: Instant;
}

/** When a journey is viewed, by each of the two clocks. */
export interface Now {
  readonly at: Instant;
  readonly wall: Instant;
}

export function viewOf(
  opened: OpenedJourney,
  { entries, dispatches, drafts, writtenTo }: ViewRows,
  now: Now,
): JourneyView {
  const { at } = now;
  const { record, compiled, person, roles } = opened;
  const { chart, compensating } = record.state;
  const visible = (path: string) => compiled.isVisible(path, roles);
  const over = isOver(record);
  const reader = { person, state: chart };
  const active = compensating ? [] : compiled.activePaths(chart);
  const open = over ? [] : compiled.openTasks(chart, at).filter(({ task }) => visible(task));
  const mine = open.filter(({ persons }) => persons.includes(person));
  const end = compiled.endState(chart);
  const uncancellable = whyNotCancelled(opened, at);
  const waits = over ? NO_WAITS : compiled.waits(chart);
  const last = lastSeen(record, [...roles, person]);
  const first = entries[0]?.seq;
  const movedAt = record.state.seen ? last.at : (entries.at(-1)?.at ?? record.startedAt);
  const hasEnded = record.status === 'done' || record.status === 'cancelled';
  return {
    id: record.id,
    definition: record.definition,
    hash: record.hash,
    reader,
    status: record.status,
    version: last.seq,
    roles,
    asOf: at,
    startedAt: record.state.between?.offer?.takenAt ?? record.startedAt,
    movedAt,
    ...(hasEnded && { endedAt: movedAt }),
    states: active.filter(visible),
    sections: sectionsOf({ compiled, chart, over, visible, active, tasks: mine }),
    ...(end !== undefined && visible(end) && { end }),
    quiet: isQuiet(record, compiled),
    bereaved: isBereaved(record, compiled),
    tasks: mine,
    drafts: new Map(drafts.map(({ task, savedAt }) => [task, savedAt])),
    writtenTo,
    others: open
      .filter(
        ({ task, persons, kind }) =>
          kind !== 'standing' && !compiled.isAppeal(task) && !persons.includes(person) && persons.length > 0,
      )
      .map(other => othersTask(other, reader, compiled)),
    authorities: dispatches.flatMap(dispatch => {
      const state = dispatch.state ?? compensating?.current?.state;
      return state !== undefined && visible(state) ? authorityWork(dispatch, state, compiled, now) : [];
    }),
    awaited: waits.awaited.flatMap(({ step, event }) => (visible(step) ? { state: step, event } : [])),
    timers: waits.timers.flatMap(({ step, due, leadsOn, certain, targets, endsTask }) => {
      if (!leadsOn || !visible(step)) return [];
      const endsMine = endsTask && mine.some(({ task }) => task === step);
      return { state: step, due, certain, targets: targets.filter(visible), endsTask: endsMine };
    }),
    happened: timelineOf(entries, person, roles, compiled),
    ...(first !== undefined && first > 1 && { earlierThan: first }),
    ...(compensating?.reason && { undone: seenReason(compensating.reason, visible) }),
    ...(uncancellable !== undefined && { uncancellable }),
  };
}

function whyNotCancelled(
  { record, compiled, person }: OpenedJourney,
  at: Instant,
): JourneyView['uncancellable'] {
  if (record.status === 'held') return 'held';
  return isOver(record) ? 'over' : compiled.uncancellable(record.state.chart, person, at);
}

function othersTask(
  { task, role, kind, due, persons }: OpenTask,
  reader: Reader,
  compiled: CompiledJourney,
): OthersTask {
  const names = persons.flatMap(
    person =>
      compiled.unregisteredName(reader.state, person) ?? compiled.words.names.nameOf(person, reader) ?? [],
  );
  return { task, role, kind, ...(due !== undefined && { due }), ...(names.length > 0 && { names }) };
}

function seenReason(reason: UndoReason, visible: (path: string) => boolean): UndoReason {
  return { ...reason, stays: reason.stays.filter(({ state }) => visible(state)) };
}

function authorityWork(
  {
    service,
    authority,
    status,
    createdAt: since,
    dueAt,
    error,
    ringAt,
    paused = false,
  }: ViewRows['dispatches'][number],
  state: string,
  compiled: CompiledJourney,
  { at, wall }: Now,
): AuthorityWork[] {
  if (!isOpen(status)) return [];
  const maximum = compiled.catalogue.service(service)?.maximumTime;
  // Counted from when it was asked, until it says itself from when.
  const due = dueAt ?? (maximum === undefined ? undefined : endOfDay(addPeriod(dateAt(since), maximum)));
  const isLate = due !== undefined && due < at;
  const accepted = status === DispatchStatus.accepted;
  const isDown = status === DispatchStatus.parked || error !== undefined;
  const because =
    paused && !accepted ? 'paused' : isDown && !accepted ? 'outage' : isLate ? 'late' : undefined;
  const stage = because ? 'delayed' : accepted ? 'accepted' : 'asked';
  // A pause for a while runs by the wall clock.
  const again = because === 'outage' && ringAt !== undefined ? at + Math.max(0, ringAt - wall) : undefined;
  return [
    {
      service,
      authority,
      state,
      since,
      ...(due !== undefined && { due }),
      stage,
      ...(because && { because }),
      ...(again !== undefined && { asksAgain: again }),
    },
  ];
}
