import { type Compensation, type JourneyRecord, type RunState, type UndoReason } from '../journey-record.js';
import { type Decision, type DecisionEffect } from './decision.js';

type Compensated = Pick<Decision, 'status' | 'state' | 'effects'>;

/** Begins a saga's compensation: stops everything the journey waits for and undoes what it did, last first. */
export function beginCompensating(
  state: RunState,
  compensations: readonly Compensation[],
  reason?: UndoReason,
): Compensated {
  const { chart } = state;
  const ends: DecisionEffect[] = [
    ...Object.values(chart.dispatches).map(({ seq }) => ({ type: 'cancelDispatch', seq }) as const),
    ...Object.values(chart.timers).map(({ seq }) => ({ type: 'cancelTimer', seq }) as const),
  ];
  const next = compensateNext({
    chart: { ...chart, dispatches: {}, timers: {} },
    compensating: { queue: compensations, seq: chart.seq, ...(reason && { reason }) },
  });
  return { ...next, effects: [...ends, ...next.effects] };
}

/** The current compensation has been answered: dispatch the next, or end. One at a time, for a later step may stand on an earlier. */
export function compensateNext({ compensating, ...state }: RunState): Compensated {
  const [next, ...queue] = compensating?.queue ?? [];
  const last = compensating?.seq ?? 0;
  const why = compensating?.reason && { reason: compensating.reason };
  if (!next) {
    const over = { queue: [], seq: last, ...why };
    return { status: 'cancelled', state: { ...state, compensating: over }, effects: [] };
  }
  const seq = last + 1;
  const { service, undoes, authority } = next;
  return {
    status: 'cancelling',
    state: { ...state, compensating: { queue, seq, current: { ...next, seq }, ...why } },
    effects: [{ type: 'compensate', seq, service, undoes, ...(authority !== undefined && { authority }) }],
  };
}

/** Numbers of the dispatches that a journey waits for. */
export function openDispatches({ chart, compensating }: RunState): readonly number[] {
  if (compensating) return compensating.current ? [compensating.current.seq] : [];
  return Object.values(chart.dispatches).map(({ seq }) => seq);
}

/** The service of the dispatch with this number, if the journey waits for its answer. */
export function awaitedService({ state }: Pick<JourneyRecord, 'state'>, seq: number): string | undefined {
  const { compensating, chart } = state;
  if (compensating) return compensating.current?.seq === seq ? compensating.current.service : undefined;
  return Object.values(chart.dispatches).find(pending => pending.seq === seq)?.src;
}
