import { type CompiledJourney, type OpenTask } from '#journey';
import { type Instant } from '#statechart';
import { type Happening, happenings } from './happened.js';
import {
  type DispatchRecord,
  DispatchStatus,
  type JourneyRecord,
  type RunState,
  type SeenEntry,
} from './journey-record.js';
import { lastSeen } from './last-seen.js';

/**
 * A journey as one participant may see it: what has happened, what happens by itself, what they must do, who
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
  readonly others: readonly Pick<OpenTask, 'task' | 'role' | 'due'>[];
  /** What authorities are doing. */
  readonly authorities: readonly AuthorityWork[];
  /** What an authority must report before the journey goes on there. */
  readonly awaited: readonly { readonly step: string; readonly event: string }[];
  /** When something happens by itself if nothing else does before. */
  readonly timers: readonly { readonly step: string; readonly due: Instant }[];
  /** The latest of what happened, oldest first. */
  readonly happened: readonly Happening[];
  /** Number of the entry before which there may be more. */
  readonly earlierThan?: number;
  readonly cancellable: boolean;
}

export interface AuthorityWork {
  readonly dispatch: string;
  readonly service: string;
  readonly step: string;
  readonly since: Instant;
  /** The last moment of the authority's published maximum time. */
  readonly due?: Instant;
  /**
   * `asked`: it is being asked; `accepted`: it has it and answers later; `delayed`: it cannot be reached or is late,
   * which is not the citizen's doing.
   */
  readonly stage: 'asked' | 'accepted' | 'delayed';
}

export interface ViewSources {
  readonly record: JourneyRecord;
  readonly compiled: CompiledJourney;
  /** The viewer's. */
  readonly roles: readonly string[];
  /** The latest that the roles may see. */
  readonly entries: readonly SeenEntry[];
  /** Those that the journey waits for. */
  readonly dispatches: readonly DispatchRecord[];
}

/** Numbers of the dispatches that a journey waits for. */
export function openDispatches({ chart, undoing }: RunState): readonly number[] {
  if (undoing) return undoing.current ? [undoing.current.seq] : [];
  return Object.values(chart.dispatches).map(({ seq }) => seq);
}

export function viewOf(sources: ViewSources, person: string, at: Instant): JourneyView {
  const { record, compiled, roles, entries, dispatches } = sources;
  const { chart, undoing } = record.state;
  const visible = (path: string) => compiled.isVisible(path, roles);
  const over = record.status !== 'active' && record.status !== 'held';
  const open = over ? [] : compiled.openTasks(chart, at).filter(({ task }) => visible(task));
  const waits = over ? { reports: [], timers: [] } : compiled.waits(chart);
  const last = lastSeen(record, [...roles, person]);
  const undone = undoing?.current?.step;
  // A compensation's own step is the dispatch that it undoes: who could see that may see this.
  const asked = undoing
    ? dispatches.filter(() => undone !== undefined && visible(undone))
    : dispatches.filter(({ step }) => visible(step));
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
    states: undoing ? [] : compiled.activePaths(chart).filter(visible),
    tasks: open.filter(({ persons }) => persons.includes(person)),
    others: open
      .filter(({ persons }) => !persons.includes(person) && persons.length > 0)
      .map(({ task, role, due }) => ({ task, role, ...(due !== undefined && { due }) })),
    authorities: asked.flatMap(dispatch => authorityWork(dispatch, at)),
    awaited: waits.reports.filter(({ step }) => visible(step)),
    timers: waits.timers.filter(({ step }) => visible(step)),
    happened: happenings(entries, person, roles, compiled),
    ...(first !== undefined && first > 1 && { earlierThan: first }),
    cancellable: record.status === 'active' && compiled.mayCancel(chart, person, at),
  };
}

function authorityWork(dispatch: DispatchRecord, at: Instant): AuthorityWork[] {
  const { id, service, step, createdAt, dueAt, error } = dispatch;
  const work = { dispatch: id, service, step, since: createdAt, ...(dueAt !== undefined && { due: dueAt }) };
  switch (dispatch.status) {
    case DispatchStatus.pending:
      return [{ ...work, stage: error ? 'delayed' : 'asked' }];
    case DispatchStatus.accepted:
      return [{ ...work, stage: dueAt !== undefined && dueAt < at ? 'delayed' : 'accepted' }];
    case DispatchStatus.parked:
      return [{ ...work, stage: 'delayed' }];
    default:
      return [];
  }
}
