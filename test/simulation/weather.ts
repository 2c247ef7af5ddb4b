import { type SeededRandom } from '../support/seeded-random.js';

/** How likely what goes wrong is: of each message, or of each moment between two steps. */
export interface Weather {
  /** A message never arrives. */
  readonly lost: number;
  /** What was asked is done, and nobody hears of it. */
  readonly lostReturn: number;
  /** A message takes its time. */
  readonly slow: number;
  /** A message comes twice. */
  readonly doubled: number;
  /** A request that a process has sent still arrives, though the process died before it heard of it. */
  readonly orphaned: number;
  /** One change of a commit cannot be stored, for a reason of its own. */
  readonly poisoned: number;
  /** The machine of one process throws. */
  readonly failing: number;
  /** An authority breaks its contract. */
  readonly broken: number;
  /** A job is given to a second worker while the first is at it. */
  readonly stalled: number;
  /** A process dies. */
  readonly crash: number;
  /** The queue is emptied. */
  readonly emptied: number;
  /** Store, queue or an authority is away for a while. */
  readonly away: number;
  /** Ops pause an authority. */
  readonly paused: number;
  /** The clock of a process is set an hour forward or back. */
  readonly clock: number;
}

export const CALM: Weather = {
  lost: 0,
  lostReturn: 0,
  slow: 0,
  doubled: 0,
  orphaned: 0,
  poisoned: 0,
  failing: 0,
  broken: 0,
  stalled: 0,
  crash: 0,
  emptied: 0,
  away: 0,
  paused: 0,
  clock: 0,
};

const STORM: Weather = {
  lost: 0.03,
  lostReturn: 0.03,
  slow: 0.2,
  doubled: 0.1,
  orphaned: 0.5,
  poisoned: 0.02,
  failing: 0.03,
  broken: 0.05,
  stalled: 0.1,
  crash: 0.01,
  emptied: 0.005,
  away: 0.004,
  paused: 0.003,
  clock: 0.004,
};

/** Each run has a weather of its own: some things never go wrong in it, others often, for what is rare hides behind what is not. */
export function weatherOf(random: SeededRandom): Weather {
  const scaled = Object.entries(STORM).map(([kind, rate]) => {
    const scale = random.pick([0, 0, 0.5, 1, 1, 3]);
    return [kind, kind === 'orphaned' ? rate : Math.min(0.6, (rate as number) * scale)] as const;
  });
  return Object.fromEntries(scaled) as unknown as Weather;
}
