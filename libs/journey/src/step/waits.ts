import type { Instant } from '#statechart';
import { stepOf } from '../compile/compile-machine.js';
import type { CompiledMachine } from '../compile/compile-machine.js';
import type { JourneyState } from '../journey-state.js';
import type { StateDefinition } from '../state-definition.js';

/** What a journey waits for besides its tasks, each with the path of the state that waits. */
export interface Waits {
  /** Requests that have not been answered. */
  readonly dispatches: readonly { readonly step: string; readonly seq: number; readonly service: string }[];
  /** What happens by itself; reminders are not among them. Earliest first. */
  readonly timers: readonly { readonly step: string; readonly seq: number; readonly due: Instant }[];
  /** What an authority may report. */
  readonly reports: readonly { readonly step: string; readonly event: string }[];
}

interface Parts {
  readonly machine: CompiledMachine;
  readonly states: ReadonlyMap<string, StateDefinition>;
}

export function waitsOf({ machine, states }: Parts, state: JourneyState, active: readonly string[]): Waits {
  if (state.status !== 'active') return { dispatches: [], timers: [], reports: [] };
  const dispatches = Object.entries(state.dispatches).map(([invoke, { seq, src }]) => ({
    step: stepOf(invoke),
    seq,
    service: src,
  }));
  const timers = Object.values(state.timers).flatMap(({ seq, due, event }) => {
    const origin = machine.timers.get(event.type);
    return origin && !origin.reminder ? [{ step: origin.step, seq, due }] : [];
  });
  const reports = ['', ...active].flatMap(path =>
    [...new Set(states.get(path)?.transitions.flatMap(reported))].map(event => ({ step: path, event })),
  );
  return {
    dispatches: dispatches.sort((a, b) => a.seq - b.seq),
    timers: timers.sort((a, b) => a.due - b.due || a.seq - b.seq),
    reports,
  };
}

function reported({ trigger }: StateDefinition['transitions'][number]): string[] {
  return trigger.kind === 'report' ? [trigger.event] : [];
}
