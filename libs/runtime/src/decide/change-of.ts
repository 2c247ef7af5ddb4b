import { type CompiledJourney } from '#journey';
import { type Json } from '#statechart';
import { type JourneyRecord, type JourneyStatus, type RunState } from '../journey-record.js';
import { type Change, type ClearedDrafts } from '../ports.js';
import { betweenAfter } from '../between/between-after.js';
import { audienceOf, seenAfter } from './audience.js';
import { type Decision, type Occasion } from './decision.js';
import { type ChangeRows, netOf, rowsOf } from './rows-of.js';

/** The decision as a unit of work: everything that one transaction must store. */
export function changeOf(
  record: Pick<JourneyRecord, 'id' | 'definition' | 'hash' | 'version' | 'startedAt'> & {
    readonly state?: RunState;
    readonly status?: JourneyStatus;
  },
  decision: Decision,
  compiled: CompiledJourney,
  occasion: Occasion,
): Change {
  const { id: journey, definition, hash, version } = record;
  const { chart, compensating } = decision.state;
  const rows = rowsOf({ journey, entry: version + 1 }, decision, compiled, occasion);
  const { at } = occasion;
  const before = record.state ? activePaths(compiled, record.state) : [];
  const states = activePaths(compiled, decision.state);
  const left = before.filter(path => !states.includes(path));
  const entry = {
    at,
    entered: states.filter(path => !before.includes(path)),
    left,
    ...decision.entry,
    ...(rows.departures.length > 0 && { detail: withDismissed(decision.entry.detail, rows.departures) }),
  };
  const { between, timers, timersCleared } = betweenAfter(record, decision, version + 1, compiled, at);
  const net = netOf(rows);
  const seenBy =
    decision.entry.seenBy ?? audienceOf(entry, statesAnew(rows, decision.state, compiled), compiled);
  const assisted = decision.assisted ?? record.state?.assisted;
  const seen = seenAfter(record.state?.seen, { seq: version + 1, at, seenBy }, compiled, record);
  return {
    journey,
    definition,
    hash,
    expects: version,
    at,
    status: decision.status,
    state: {
      chart,
      seen,
      ...(compensating && { compensating }),
      ...(between && { between }),
      ...(assisted !== undefined && { assisted }),
    },
    states,
    entry: { seenBy, ...entry },
    draftsCleared: draftsCleared(
      left.filter(path => compiled.isTask(path)),
      [...(decision.draftsCleared ?? []), ...draftsOf(rows.departures, states, compiled)],
    ),
    ...net,
    timers: timers.length > 0 ? [...net.timers, ...timers] : net.timers,
    timersCleared: timersCleared.length > 0 ? [...net.timersCleared, ...timersCleared] : net.timersCleared,
  };
}

/** A task that is no longer there takes everybody's drafts along, and what they attached and did not send. */
function draftsCleared(
  tasksLeft: readonly string[],
  others: readonly ClearedDrafts[] = [],
): readonly ClearedDrafts[] {
  const left = tasksLeft.map((task): ClearedDrafts => {
    const sent = others.flatMap(other => (other.task === task ? (other.sent ?? []) : []));
    return { task, ...(sent.length > 0 && { sent }) };
  });
  return [...left, ...others.filter(({ task }) => !tasksLeft.includes(task))];
}

/** Of the tasks that stay open without those who have lost their role. */
function draftsOf(
  departures: ChangeRows['departures'],
  states: readonly string[],
  compiled: CompiledJourney,
): ClearedDrafts[] {
  return departures.flatMap(({ role, person }) =>
    states.flatMap(task => (compiled.taskRole(task) === role ? { task, person } : [])),
  );
}

function withDismissed(detail: Json, departures: ChangeRows['departures']): Json {
  return { ...(detail as object), dismissed: [...new Set(departures.map(({ role }) => role))] };
}

/** Paths of the states that ask an authority, or set a timer, by this change. */
function statesAnew(
  { dispatches, timers }: ChangeRows,
  { chart, compensating }: RunState,
  compiled: CompiledJourney,
): readonly string[] {
  if (compensating) return [];
  const set = Object.values(chart.timers).filter(({ seq }) => timers.some(timer => timer.seq === seq));
  const waiting = set.flatMap(({ event }) => compiled.stepOfTimer(event.type) ?? []);
  return [...dispatches.flatMap(({ state }) => state ?? []), ...waiting];
}

/** Nothing is active once a journey is cancelled: its states are where it was when it stopped. */
function activePaths(compiled: CompiledJourney, state: RunState): readonly string[] {
  return state.compensating ? [] : compiled.activePaths(state.chart);
}
