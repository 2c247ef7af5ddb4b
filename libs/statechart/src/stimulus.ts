import { type ChartState } from './chart-state.js';
import { type Json } from './json.js';

export interface ChartEvent {
  readonly type: string;
  readonly [field: string]: Json | undefined;
}

/**
 * What can happen to a running chart: something is sent to it, a dispatch (by its number) is answered, fails, or is
 * skipped because nobody waits for an answer any more; a timer (by its number) is due.
 */
export type Stimulus =
  | { readonly kind: 'event'; readonly event: ChartEvent }
  | { readonly kind: 'answer'; readonly dispatch: number; readonly output: Json }
  | { readonly kind: 'failure'; readonly dispatch: number; readonly error: Json }
  | { readonly kind: 'skip'; readonly dispatch: number }
  | { readonly kind: 'timer'; readonly timer: number };

/**
 * The event by which a machine hears of a stimulus, and the pending dispatch or timer that it uses up.
 * Nothing, when the chart no longer waits for it or has ended.
 */
export interface Heard {
  readonly event: ChartEvent;
  readonly answered?: string;
  readonly fired?: string;
}

/** The event by which a machine hears that the dispatch of this invoke is skipped. No failure, so that `onError` is not taken. */
export function skipEventType(invoke: string): string {
  return `skip.actor.${invoke}`;
}

export function hear(state: ChartState, stimulus: Stimulus): Heard | undefined {
  if (state.status !== 'active') return undefined;
  switch (stimulus.kind) {
    case 'event':
      return { event: stimulus.event };
    case 'timer': {
      const fired = idOf(state.timers, stimulus.timer);
      return fired === undefined ? undefined : { event: state.timers[fired]!.event, fired };
    }
    case 'answer': {
      const answered = idOf(state.dispatches, stimulus.dispatch);
      if (answered === undefined) return undefined;
      const type = `xstate.done.actor.${answered}`;
      return { event: { type, output: stimulus.output, actorId: answered }, answered };
    }
    case 'failure': {
      const answered = idOf(state.dispatches, stimulus.dispatch);
      if (answered === undefined) return undefined;
      const type = `xstate.error.actor.${answered}`;
      return { event: { type, error: stimulus.error, actorId: answered }, answered };
    }
    case 'skip': {
      const answered = idOf(state.dispatches, stimulus.dispatch);
      return answered === undefined ? undefined : { event: { type: skipEventType(answered) }, answered };
    }
  }
}

function idOf(pending: Readonly<Record<string, { readonly seq: number }>>, seq: number): string | undefined {
  for (const id in pending) if (pending[id]!.seq === seq) return id;
  return undefined;
}
