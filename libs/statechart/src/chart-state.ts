import { type StateValue } from 'xstate';
import { type Instant } from '#calendar';
import { type ChartEvent } from './stimulus.js';
import { type Json, type JsonObject } from '#schema';

// Types rather than interfaces: only they are assignable to JSON, which has an index signature.

/** Pending request: dispatched and not answered. */
export type PendingDispatch = {
  readonly seq: number;
  readonly src: string;
};

/** Pending timer: at `due` the chart is to receive `event`. */
export type PendingTimer = {
  readonly seq: number;
  readonly due: Instant;
  readonly event: ChartEvent;
};

/**
 * Persisted snapshot of a running statechart, as plain JSON. It is the same before and after
 * `JSON.parse(JSON.stringify(state))`, in whatever order a store keeps the properties of an object.
 */
export type ChartState = {
  /** The active states as XState writes them: `'moved'`, `{ underWay: { population: 'registering' } }`. */
  readonly value: StateValue;
  readonly context: JsonObject;
  readonly status: 'active' | 'done' | 'error';
  /** What the machine gave on reaching its end, when it gives anything. */
  readonly output?: Json;
  /** With status `error`: the failure that no state handled. */
  readonly error?: Json;
  /** By id of a history state: the ids of the states it recalls. */
  readonly history?: Readonly<Record<string, readonly string[]>>;
  /**
   * Entry order: the active states by their position in the machine; absent when these are just the states of `value`,
   * in the order they are written. XState takes simultaneous transitions of parallel states in the order in which they
   * were entered.
   */
  readonly order?: readonly number[];
  /** By invoke id. */
  readonly dispatches: Readonly<Record<string, PendingDispatch>>;
  /** By the id of the delayed event; one without an id of its own has `#` and its number. */
  readonly timers: Readonly<Record<string, PendingTimer>>;
  /** The last number given to a dispatch or timer of this chart. Numbers only rise and are never given twice. */
  readonly seq: number;
};
