import { type FreshDispatches } from './fresh-dispatches.js';
import { type Announcer, type Change, type Doorbell } from './ports.js';

export interface HandOffParts {
  readonly doorbell: Doorbell;
  readonly announcer: Announcer;
  /** Hands what was committed to the worker of the same process. */
  readonly fresh?: FreshDispatches;
}

/** Timers due sooner than this are rung for at the commit; the relay finds the others when their time comes. */
const NEAR = 3_600_000;

/** After a commit, and only then: hands what was committed to those who go on with it. A ring that is lost is rung again by the relay. */
export function handOff({ doorbell, announcer, fresh }: HandOffParts, committed: readonly Change[]): void {
  for (const change of committed) fresh?.committed(change);
  const rings = committed.flatMap(({ dispatches }) =>
    dispatches.map(({ id, authority }) => ({ dispatch: id, authority })),
  );
  if (rings.length > 0) doorbell.ring(rings).catch(() => undefined);
  const wakes = committed.flatMap(({ journey, at, timers }) => {
    const near = timers.map(({ due }) => due).filter(due => due < at + NEAR);
    return near.length > 0 ? { journey, at: Math.min(...near) } : [];
  });
  if (wakes.length > 0) doorbell.wake(wakes).catch(() => undefined);
  announcer.announce(committed.map(({ journey }) => journey));
}
