import { type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { type Chart, chartOf, MOST_STEPS, type Moved } from './chart.js';
import { type ChartState, type Instant } from './chart-state.js';
import { type Effect } from './effect.js';
import { type Json } from './json.js';
import { Pending } from './pending.js';
import { persist, restore } from './snapshot.js';
import { hear, type Stimulus } from './stimulus.js';

export interface Step {
  readonly state: ChartState;
  readonly effects: readonly Effect[];
}

export interface Advance extends Step {
  /** False when the stimulus came too late to mean anything: the state is then the one given, without effects. */
  readonly current: boolean;
}

/**
 * Enters the first states of a machine.
 *
 * Pure: nothing is done, only decided. Store the state and carry out the effects; then {@link advance} the state
 * with whatever comes back. Guards, assignments and delays must be pure too, and must not use `self` or `system`,
 * behind which there is no live actor.
 *
 * @param at the time of starting, from which delays are counted
 * @throws ChartError when the machine cannot be run durably, or a part of it throws
 */
export function start(machine: AnyStateMachine, at: Instant, input?: Json): Step {
  const chart = chartOf(machine);
  const pending = new Pending(chart, { dispatches: {}, timers: {}, seq: 0 }, at);
  const snapshot = run(chart, chart.enter(input), pending);
  return settle(chart, snapshot, pending);
}

/**
 * Moves a chart by one stimulus until it is at rest again: all eventless transitions, raised events and events it
 * sends to itself are taken.
 *
 * An answer, failure, skip or timer counts only while the very dispatch or timer with its number is pending. One that was
 * stopped, replaced by entering its state again, or already used up changes nothing, and neither does anything that
 * reaches a chart that has ended; `current` is then false. A timer is taken at its word: it is for the caller not to
 * deliver it before it is due.
 *
 * @param state a state of this very machine, as last returned, whether or not it has been through JSON since
 * @param at the time of the stimulus, from which new delays are counted
 * @throws ChartError when a part of the machine throws or gives what JSON cannot hold, or the state is not of this
 *   machine; nothing has happened then
 */
export function advance(
  machine: AnyStateMachine,
  state: ChartState,
  stimulus: Stimulus,
  at: Instant,
): Advance {
  const heard = hear(state, stimulus);
  if (!heard) return { state, effects: [], current: false };
  const chart = chartOf(machine);
  const pending = new Pending(chart, state, at);
  pending.useUp(heard);
  const moved = chart.step(restore(chart, state, pending.dispatches), heard.event);
  const snapshot = run(chart, moved, pending);
  return { current: true, ...settle(chart, snapshot, pending, state) };
}

/** After the first move, takes the events that the chart sent to itself meanwhile, one after the other. */
function run(chart: Chart, first: Moved, pending: Pending): AnyMachineSnapshot {
  let moved = first;
  for (let i = 0; i < MOST_STEPS; i++) {
    moved.actions.forEach(action => pending.record(action));
    const event = pending.inbox.shift();
    if (!event || moved.snapshot.status !== 'active') return moved.snapshot;
    moved = chart.step(moved.snapshot, event);
  }
  throw chart.fault('failed', 'keeps sending events to itself; end the circle with a guard or a delay');
}

function settle(chart: Chart, snapshot: AnyMachineSnapshot, pending: Pending, before?: ChartState): Step {
  if (snapshot.status !== 'active') pending.cancelAll();
  return { state: persist(chart, snapshot, pending, before), effects: pending.effects };
}
