import { iso } from '#calendar';
import { type CompiledJourney, type JourneyState } from '#journey';
import { type Instant } from '#statechart';
import { dispatchId } from '../dispatch-id.js';
import { InvariantError } from '../errors.js';
import { type JourneyRecord, type RunState } from '../journey-record.js';
import { type Change, type NewDispatch } from '../ports.js';
import { audienceOf, seenAfter } from './audience.js';
import { type Decision } from './decision.js';
import { disclosureOf } from './disclosure.js';

/** How long the relay leaves a new dispatch to the ring that follows its commit. */
const RING_GRACE = 5_000;

/** The decision as rows: everything that one transaction must store. */
export function changeOf(
  record: Pick<JourneyRecord, 'id' | 'definition' | 'hash' | 'version' | 'startedAt'> & {
    readonly state?: RunState;
  },
  decision: Decision,
  compiled: CompiledJourney,
  at: Instant,
): Change {
  const before = record.state ? activePaths(compiled, record.state) : [];
  const after = activePaths(compiled, decision.state);
  const dispatches: NewDispatch[] = [];
  const stops: string[] = [];
  const timers: { seq: number; due: Instant }[] = [];
  const timersCleared: number[] = decision.elapsed === undefined ? [] : [decision.elapsed];
  const messages: Change['messages'][number][] = [];
  const participants: Change['participants'][number][] = [];

  for (const effect of decision.effects) {
    switch (effect.type) {
      case 'dispatch': {
        const id = dispatchId(record.id, effect.seq);
        const contract = compiled.catalogue.service(effect.service);
        if (!contract) {
          throw new InvariantError(
            'unknown-service',
            `no contract for service '${effect.service}' of step '${effect.step}'`,
          );
        }
        const { seq, service, step, input } = effect;
        const { authority } = contract;
        const disclosure = disclosureOf(contract, input);
        const ringAt = at + RING_GRACE;
        dispatches.push({
          id,
          seq,
          service,
          authority,
          step,
          input,
          ringAt,
          ...(disclosure && { disclosure }),
        });
        break;
      }
      case 'cancelDispatch':
        stops.push(dispatchId(record.id, effect.seq));
        break;
      case 'setTimer':
        timers.push({ seq: effect.seq, due: effect.due });
        break;
      case 'cancelTimer':
        timersCleared.push(effect.seq);
        break;
      case 'message':
        for (const person of effect.persons) {
          messages.push({ person, role: effect.to, text: effect.text, params: effect.with });
        }
        break;
      case 'reminder':
        for (const person of effect.persons) {
          const params = { task: effect.task, due: iso(effect.due) };
          messages.push({ person, role: effect.role, text: 'reminder', params });
        }
        break;
      case 'invite':
        for (const person of effect.persons) participants.push({ role: effect.role, person });
        break;
    }
  }
  // What one change both begins and ends need never exist; and what it settles is not also stopped.
  const settled = decision.settles?.dispatch;
  const { chart, undoing } = decision.state;
  const left = before.filter(path => !after.includes(path));
  const moved = {
    at,
    entered: after.filter(path => !before.includes(path)),
    left,
    ...decision.entry,
  };
  const seenBy = audienceOf(moved, undoing ? [] : statesAnew(dispatches, timers, chart, compiled), compiled);
  const seen = seenAfter(record.state?.seen, { seq: record.version + 1, at, seenBy }, compiled, record);

  return {
    journey: record.id,
    definition: record.definition,
    hash: record.hash,
    expects: record.version,
    at,
    status: decision.status,
    state: undoing === undefined ? { chart, seen } : { chart, undoing, seen },
    states: after,
    entry: { seenBy, ...moved },
    dispatches: without(dispatches, stops, ({ id }, stopped) => id === stopped),
    ...(decision.settles && { settles: decision.settles }),
    stops: without(stops, dispatches, (stopped, { id }) => stopped === id).filter(id => id !== settled),
    timers: without(timers, timersCleared, ({ seq }, cleared) => seq === cleared),
    timersCleared: without(timersCleared, timers, (cleared, { seq }) => cleared === seq),
    messages,
    participants,
    draftsCleared: draftsCleared(
      left.filter(path => compiled.isTask(path)),
      decision.draftsCleared,
    ),
  };
}

/** A task that is no longer there takes everybody's drafts along. */
function draftsCleared(
  tasksLeft: readonly string[],
  others: Change['draftsCleared'] = [],
): Change['draftsCleared'] {
  return [...tasksLeft.map(task => ({ task })), ...others.filter(({ task }) => !tasksLeft.includes(task))];
}

/** Paths of the states that ask an authority, or set a timer. */
function statesAnew(
  dispatches: readonly NewDispatch[],
  timers: Change['timers'],
  chart: JourneyState,
  compiled: CompiledJourney,
): readonly string[] {
  const steps = dispatches.map(({ step }) => step);
  if (timers.length === 0) return steps;
  for (const { seq, event } of Object.values(chart.timers)) {
    const step = timers.some(timer => timer.seq === seq) ? compiled.stepOfTimer(event.type) : undefined;
    if (step !== undefined) steps.push(step);
  }
  return steps;
}

/** Those of a list that none of the others is about; mostly there are no others. */
function without<Item, Other>(
  list: readonly Item[],
  others: readonly Other[],
  isAbout: (item: Item, other: Other) => boolean,
): readonly Item[] {
  return others.length === 0 ? list : list.filter(item => !others.some(other => isAbout(item, other)));
}

/** Nothing is active once a journey is cancelled: its states are where it was when it stopped. */
function activePaths(compiled: CompiledJourney, state: RunState): readonly string[] {
  return state.undoing ? [] : compiled.activePaths(state.chart);
}
