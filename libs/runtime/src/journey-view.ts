import { type CompiledJourney, NO_WAITS, type OpenTask } from '#journey';
import { type Instant } from '#statechart';
import { DispatchStatus, isOver, type JourneyRecord, type UndoReason } from './journey-record.js';
import { lastSeen } from './last-seen.js';
import { type ViewRows } from './ports.js';
import { type TimelineItem, timelineOf } from './timeline.js';

/**
 * Read model: a journey as one participant may see it. What has happened, what happens by itself, what they must do, who
 * does what by when. Names of states, tasks, services and texts; the edge puts words to them.
 * Data that participants gave is not in it.
 */
export interface JourneyView {
  readonly id: string;
  readonly definition: string;
  readonly hash: string;
  readonly status: JourneyRecord['status'];
  /** Number of the last entry that the viewer may see: changes whenever the journey moves in their sight. */
  readonly version: number;
  /** The viewer's roles in it. */
  readonly roles: readonly string[];
  readonly startedAt: Instant;
  readonly movedAt: Instant;
  /** Paths of the active states that the viewer may see. */
  readonly states: readonly string[];
  /** What the viewer must do. */
  readonly tasks: readonly OpenTask[];
  /** What others must do. */
  readonly others: readonly OthersTask[];
  /** What authorities are doing. */
  readonly authorities: readonly AuthorityWork[];
  /** What an authority is expected to report before the journey goes on there. */
  readonly awaited: readonly { readonly state: string; readonly event: string }[];
  /** When something happens by itself if nothing else does before. */
  readonly timers: readonly { readonly state: string; readonly due: Instant }[];
  /** The latest of what happened, oldest first. */
  readonly happened: readonly TimelineItem[];
  /** Number of the entry before which there may be more. */
  readonly earlierThan?: number;
  readonly cancellable: boolean;
  /** Why the journey has cancelled itself, and what of it stays done in the viewer's sight. */
  readonly undone?: UndoReason;
}

/** What others must do. */
export type OthersTask = Pick<OpenTask, 'task' | 'role' | 'due'> & {
  /** Of those among them who have no CPR number, and are waited for by name. */
  readonly names?: readonly string[];
};

/** A request in flight at an authority. */
export interface AuthorityWork {
  readonly service: string;
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
}

/** A journey opened for one participant. */
export interface OpenedJourney {
  readonly record: JourneyRecord;
  readonly compiled: CompiledJourney;
  readonly person: string;
  /** Theirs. */
  readonly roles: readonly string[];
}

export function viewOf(opened: OpenedJourney, { entries, dispatches }: ViewRows, at: Instant): JourneyView {
  const { record, compiled, person, roles } = opened;
  const { chart, compensating } = record.state;
  const visible = (path: string) => compiled.isVisible(path, roles);
  const over = isOver(record);
  const open = over ? [] : compiled.openTasks(chart, at).filter(({ task }) => visible(task));
  const waits = over ? NO_WAITS : compiled.waits(chart);
  const last = lastSeen(record, [...roles, person]);
  const first = entries[0]?.seq;
  return {
    id: record.id,
    definition: record.definition,
    hash: record.hash,
    status: record.status,
    version: last.seq,
    roles,
    startedAt: record.startedAt,
    movedAt: record.state.seen ? last.at : (entries.at(-1)?.at ?? record.startedAt),
    states: compensating ? [] : compiled.activePaths(chart).filter(visible),
    tasks: open.filter(({ persons }) => persons.includes(person)),
    others: open
      .filter(({ persons }) => !persons.includes(person) && persons.length > 0)
      .map(other => othersTask(other, record.state, compiled)),
    authorities: dispatches.flatMap(dispatch => {
      const state = dispatch.state ?? compensating?.current?.state;
      return state !== undefined && visible(state) ? authorityWork(dispatch, state, at) : [];
    }),
    awaited: waits.awaited.flatMap(({ step, event }) => (visible(step) ? { state: step, event } : [])),
    timers: waits.timers.flatMap(({ step, due, leadsOn }) =>
      leadsOn && visible(step) ? { state: step, due } : [],
    ),
    happened: timelineOf(entries, person, roles, compiled),
    ...(first !== undefined && first > 1 && { earlierThan: first }),
    ...(compensating?.reason && { undone: seenReason(compensating.reason, visible) }),
    cancellable: record.status === 'active' && compiled.mayCancel(chart, person, at),
  };
}

function othersTask(
  { task, role, due, persons }: OpenTask,
  { chart }: JourneyRecord['state'],
  compiled: CompiledJourney,
): OthersTask {
  const names = persons.flatMap(person => compiled.unregisteredName(chart, person) ?? []);
  return { task, role, ...(due !== undefined && { due }), ...(names.length > 0 && { names }) };
}

function seenReason(reason: UndoReason, visible: (path: string) => boolean): UndoReason {
  return { ...reason, stays: reason.stays.filter(({ state }) => visible(state)) };
}

function authorityWork(
  dispatch: ViewRows['dispatches'][number],
  state: string,
  at: Instant,
): AuthorityWork[] {
  const { service, createdAt: since, dueAt: due, error } = dispatch;
  const work = { service, state, since, ...(due !== undefined && { due }) };
  switch (dispatch.status) {
    case DispatchStatus.pending:
      return [{ ...work, stage: error ? 'delayed' : 'asked' }];
    case DispatchStatus.accepted:
      return [{ ...work, stage: due !== undefined && due < at ? 'delayed' : 'accepted' }];
    case DispatchStatus.parked:
      return [{ ...work, stage: 'delayed' }];
    default:
      return [];
  }
}
