import { dispatchId } from './dispatch-id.js';
import { type Pauses } from './pauses.js';
import { type RecentDispatches } from './recent-dispatches.js';
import { type Announcer, type Change, type Doorbell } from './ports.js';
import { roleOf } from './role-of.js';

export interface HandOffParts {
  readonly doorbell: Doorbell;
  readonly announcer: Announcer;
  /** Hands what was committed to the worker of the same process. */
  readonly recent?: RecentDispatches;
  /** For whom is not rung. */
  readonly paused?: Pauses;
}

/** Timers due sooner than this are rung for at the commit; the relay finds the others when their time comes. */
const NEAR = 3_600_000;

/** Post-commit side effects: rings for dispatches and near timers, notifies event streams. A ring that is lost is repeated by the relay. */
export function handOff(
  { doorbell, announcer, recent, paused }: HandOffParts,
  committed: readonly Change[],
): void {
  for (const change of committed) recent?.committed(change);
  const rings = committed.flatMap(({ journey, dispatches }) =>
    dispatches.flatMap(dispatch => {
      if (paused?.holds(dispatch)) return [];
      return { dispatch: dispatchId(journey, dispatch.seq), role: roleOf(dispatch.service) };
    }),
  );
  if (rings.length > 0) doorbell.ring(rings).catch(() => undefined);
  const wakes = committed.flatMap(({ journey, at, timers }) => {
    const near = timers.map(({ due }) => due).filter(due => due < at + NEAR);
    return near.length > 0 ? { journey, at: Math.min(...near) } : [];
  });
  if (wakes.length > 0) doorbell.wake(wakes).catch(() => undefined);
  announcer.announce(committed.map(({ journey }) => journey));
}
