import { machineSeconds, processorSeconds } from './processes.js';
import { type Servers } from './servers.js';

/** Processors that other processes may use, on average, in a round that counts. */
export const MOST_OTHERS = 0.1;

export interface Round {
  readonly of: string;
  /** Processors that other processes used meanwhile, on average; undefined where the machine does not tell. */
  readonly others: number | undefined;
  readonly counts: boolean;
}

/** Seconds, of the clock and of processors. */
export interface Usage {
  readonly at: number;
  /** Of everything on the machine; undefined where it does not tell. */
  readonly machine: number | undefined;
  /** Of the benchmark and its servers. */
  readonly own: number;
}

/** Runs rounds and records how many processors other processes used meanwhile: a disturbed round does not count. */
export class RoundWatch {
  readonly rounds: Round[] = [];
  readonly #usage: () => Usage;
  readonly #most: number;

  constructor(usage: () => Usage, most = MOST_OTHERS) {
    this.#usage = usage;
    this.#most = most;
  }

  async run<Result>(
    of: string,
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly counts: boolean }> {
    const before = this.#usage();
    const result = await work();
    const others = othersBetween(before, this.#usage());
    const counts = others === undefined || others <= this.#most;
    this.rounds.push({ of, others, counts });
    return { result, counts };
  }

  /** What had rounds, but none that counts. */
  disturbed(): string[] {
    const quiet = new Set(this.rounds.filter(({ counts }) => counts).map(({ of }) => of));
    return [...new Set(this.rounds.map(({ of }) => of))].filter(of => !quiet.has(of));
  }
}

/** Processors used by others between two looks, on average; the kernel's rounding may leave a little less than none. */
export function othersBetween(before: Usage, after: Usage): number | undefined {
  if (before.machine === undefined || after.machine === undefined) return undefined;
  const others = after.machine - before.machine - (after.own - before.own);
  return Math.max(0, others / (after.at - before.at));
}

/** What this benchmark and the machine have used until now. */
export function usageNow({ postgres, redis }: Servers): Usage {
  return {
    at: performance.now() / 1_000,
    machine: machineSeconds(),
    own: processorSeconds(process.pid, postgres.pid, redis.pid),
  };
}
