import { type JourneyEffect } from '#journey';
import { type Compensation, type JourneyStatus, type RunState } from '../journey-record.js';

interface Undone {
  readonly status: JourneyStatus;
  readonly state: RunState;
  readonly effects: readonly JourneyEffect[];
}

/** Stops everything the journey waits for and begins to undo what it did, last first. */
export function beginUndoing(state: RunState, compensations: readonly Compensation[]): Undone {
  const { chart } = state;
  const ends: JourneyEffect[] = [
    ...Object.values(chart.dispatches).map(({ seq }) => ({ type: 'cancelDispatch', seq }) as const),
    ...Object.values(chart.timers).map(({ seq }) => ({ type: 'cancelTimer', seq }) as const),
  ];
  const stopped: RunState = {
    chart: { ...chart, dispatches: {}, timers: {} },
    undoing: { queue: compensations, seq: chart.seq },
  };
  const next = undoNext(stopped);
  return { ...next, effects: [...ends, ...next.effects] };
}

/** The compensation under way has been answered: dispatch the next, or end. One at a time, for a later step may stand on an earlier. */
export function undoNext(state: RunState): Undone {
  const { undoing } = state;
  const [next, ...queue] = undoing?.queue ?? [];
  if (!undoing || !next) {
    return {
      status: 'cancelled',
      state: { ...state, undoing: { queue: [], seq: undoing?.seq ?? 0 } },
      effects: [],
    };
  }
  const seq = undoing.seq + 1;
  const { undoes, service, step } = next;
  return {
    status: 'cancelling',
    state: {
      ...state,
      undoing: { queue, seq, current: { seq, service, undoes, ...(step !== undefined && { step }) } },
    },
    effects: [{ type: 'dispatch', seq, service, input: { undoes }, step: undoes }],
  };
}
