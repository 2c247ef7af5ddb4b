import { type AnyStateMachine } from 'xstate';
import { MAX_STEPS, chartOf, type Chart, type Macrostep } from './chart.js';
import { type Instant } from '#calendar';
import { type ChartState } from './chart-state.js';
import { type Effect } from './effect.js';
import { type Json } from '#schema';

import { Pending } from './pending.js';
import { persist, restore } from './snapshot.js';
import { type Stimulus } from './stimulus.js';

export interface Step {
  readonly state: ChartState;
  readonly effects: readonly Effect[];
}

export interface Advance extends Step {
  /** False when the stimulus came too late to mean anything: the state is then the one given, without effects. */
  readonly current: boolean;
}

/**
 * Initial transition, pure: enters the first states of a machine.
 *
 * Nothing is done, only decided. Store the state and carry out the effects; then {@link advance} the state with the
 * answers and timers that come back. Guards, assignments and delays must be pure too, and must not use `self` or
 * `system`, behind which there is no live actor.
 *
 * @param at the time of starting, from which delays are counted
 * @throws ChartError when the machine cannot be run durably, or a part of it throws
 */
export function start(machine: AnyStateMachine, at: Instant, input?: Json): Step {
  const chart = chartOf(machine);
  return complete(chart, chart.enter(input), new Pending(chart, at));
}

/**
 * Transition function, pure: moves a chart by one stimulus until it is stable again. All eventless transitions, raised
 * events and events it sends to itself are taken.
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
 * @throws TypeError when an event is sent that only XState makes (`xstate.done.actor.…`)
 */
export function advance(
  machine: AnyStateMachine,
  state: ChartState,
  stimulus: Stimulus,
  at: Instant,
): Advance {
  const chart = chartOf(machine);
  const pending = new Pending(chart, at, state);
  const event = state.status === 'active' ? pending.accept(stimulus) : undefined;
  if (!event) return { state, effects: [], current: false };
  const first = chart.macrostep(restore(chart, state, pending), event);
  return { current: true, ...complete(chart, first, pending, state) };
}

/** Takes the macrosteps after the first one, one for each event that the chart sends to itself. */
function complete(chart: Chart, first: Macrostep, pending: Pending, before?: ChartState): Step {
  let { snapshot, actions } = first;
  for (let taken = 1; ; taken++) {
    pending.record(actions);
    const event = pending.mailbox.shift();
    if (!event || snapshot.status !== 'active') break;
    if (taken > MAX_STEPS) {
      throw chart.fault('failed', 'keeps sending events to itself; end the circle with a guard or a delay');
    }
    ({ snapshot, actions } = chart.macrostep(snapshot, event));
  }
  if (snapshot.status !== 'active') pending.cancelTimers();
  return { state: persist(chart, snapshot, pending, before), effects: pending.effects };
}
