import { Session } from 'node:inspector/promises';

/** How often each block of our libraries was run, by file, function and place. */
export type Work = ReadonlyMap<string, number>;

/**
 * Counter of work: how often each block is run, as V8 counts it for its precise coverage. It is the same on every
 * machine, however busy. Only modules that are imported after the start are counted by block, and what built-in
 * functions do inside themselves is not.
 */
export class WorkCounter {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  async count(run: () => unknown): Promise<Work> {
    await this.#session.post('Profiler.takePreciseCoverage'); // sets the counts back
    run();
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const blocks = result
      .filter(({ url }) => /\/libs\/(?!.*\/fixtures\/).*\.[jt]s$/.test(url))
      .flatMap(({ url, functions }) =>
        functions.flatMap(({ functionName, ranges }) =>
          ranges.map(({ startOffset, count }): [string, number] => [
            `${url.replace(/^.*\/libs\//, '')} ${functionName || '(anonymous)'} at ${startOffset}`,
            count,
          ]),
        ),
      );
    return new Map(blocks.filter(([, count]) => count > 0));
  }

  async end(): Promise<void> {
    await this.#session.post('Profiler.disable');
    this.#session.disconnect();
  }
}

/**
 * The blocks whose count grew worse than n log n from one size to another, with both counts.
 *
 * @param factor how many times larger the second size is than `size`
 */
export function growingFaster(small: Work, large: Work, size: number, factor: number): string[] {
  const most = factor * (Math.log(size * factor) / Math.log(size));
  return [...large].flatMap(([block, count]) => {
    // A block that was not run at all is one that V8 had thrown away and compiled anew.
    const before = small.get(block) ?? Infinity;
    // What is begun a few times more is no growth yet.
    return count > most * before + size ? [`${block}: ${before} → ${count}`] : [];
  });
}
