import type { CompiledJourney, OpenTask } from '#journey';
import type { Instant } from '#statechart';
import {
  type DispatchRecord,
  DispatchStatus,
  type JournalEntry,
  type JourneyRecord,
} from './journey-record.js';

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
  /** Changes whenever the journey moves. */
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
  /** Oldest first. */
  readonly happened: readonly Happening[];
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

export interface Happening {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: JournalEntry['kind'];
  /** Who moved it, as the viewer may know them. */
  readonly by: 'you' | 'participant' | 'authority' | 'time' | 'operations';
  /** Task and event, service, report or timer. */
  readonly subject: string;
  readonly entered: readonly string[];
  readonly left: readonly string[];
}

export interface ViewSources {
  readonly record: JourneyRecord;
  readonly compiled: CompiledJourney;
  readonly journal: readonly JournalEntry[];
  readonly dispatches: readonly DispatchRecord[];
}

/** @returns undefined for somebody who does not take part, or takes part only as somebody spoken of */
export function viewOf(sources: ViewSources, person: string, at: Instant): JourneyView | undefined {
  const { record, compiled, journal, dispatches } = sources;
  const { chart, undoing } = record.state;
  const roles = compiled.rolesOf(chart, person);
  if (roles.length === 0) return undefined;
  const visible = (path: string) => compiled.isVisible(path, roles);
  const over = record.status !== 'active' && record.status !== 'held';
  const open = over ? [] : compiled.openTasks(chart, at).filter(({ task }) => visible(task));
  const waits = over ? { reports: [], timers: [] } : compiled.waits(chart);
  return {
    id: record.id,
    definition: record.definition,
    hash: record.hash,
    status: record.status,
    version: record.version,
    roles,
    startedAt: record.startedAt,
    movedAt: journal.at(-1)?.at ?? record.startedAt,
    states: undoing ? [] : compiled.activePaths(chart).filter(visible),
    tasks: open.filter(({ persons }) => persons.includes(person)),
    others: open
      .filter(({ persons }) => !persons.includes(person) && persons.length > 0)
      .map(({ task, role, due }) => ({ task, role, ...(due !== undefined && { due }) })),
    authorities: dispatches
      .filter(dispatch => undoing !== undefined || visible(dispatch.step))
      .flatMap(dispatch => authorityWork(dispatch, at)),
    awaited: waits.reports.filter(({ step }) => visible(step)),
    timers: waits.timers.filter(({ step }) => visible(step)),
    happened: journal.flatMap(entry => happening(entry, person, visible)),
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

/** An entry is shown to whoever made it, and to whoever may see a state it came into or left. */
function happening(entry: JournalEntry, person: string, visible: (path: string) => boolean): Happening[] {
  const { seq, at, kind, actor, subject } = entry;
  const entered = entry.entered.filter(visible);
  const left = entry.left.filter(visible);
  const mine = actor === person;
  const everybodys = kind === 'started' || kind === 'cancelled' || kind === 'undone' || kind === 'not-undone';
  if (!mine && !everybodys && entered.length === 0 && left.length === 0) return [];
  return [{ seq, at, kind, by: byWhom(actor, mine), subject, entered, left }];
}

function byWhom(actor: string | undefined, mine: boolean): Happening['by'] {
  if (mine) return 'you';
  if (actor === undefined) return 'time';
  if (actor.startsWith('authority')) return 'authority';
  return actor.startsWith('ops:') ? 'operations' : 'participant';
}
