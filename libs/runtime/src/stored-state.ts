import { type Json } from '#statechart';
import { parseDispatchId } from './dispatch-id.js';
import { type Compensation, type RunState } from './journey-record.js';

/** A compensation as it was stored first: with ids in place of numbers. */
type EarlierCompensation = {
  /** Id of the dispatch whose effect is undone. */
  readonly undoes: string;
  readonly service: string;
  readonly step?: string;
};

type EarlierState = {
  readonly undoing?: {
    readonly queue: readonly EarlierCompensation[];
    readonly current?: EarlierCompensation & { readonly seq: number };
    readonly seq: number;
  };
};

/** Upcaster: a stored state of any version, in the form of this one. */
export function runStateOf(stored: Json): RunState {
  const { undoing, ...state } = stored as EarlierState & RunState;
  if (!undoing) return state;
  const { queue, current, seq } = undoing;
  const compensating = {
    queue: queue.map(compensationOf),
    ...(current && { current: { ...compensationOf(current), seq: current.seq } }),
    seq,
  };
  return { ...state, compensating };
}

/** Upcaster of one compensation, as states and journals hold it. */
export function compensationOf(stored: EarlierCompensation | Compensation): Compensation {
  if (typeof stored.undoes === 'number') return stored as Compensation;
  const { undoes, service, step } = stored as EarlierCompensation;
  return { undoes: parseDispatchId(undoes)!.seq, service, ...(step !== undefined && { state: step }) };
}
