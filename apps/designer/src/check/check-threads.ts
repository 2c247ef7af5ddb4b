import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { catalogueData, type Diagnostic, type ServiceCatalogue } from '#journey';
import { compiledEntry } from '#threads';
import { type ThreadTask } from './check-thread.js';

const ENTRY = compiledEntry(import.meta.url, './check-thread.js');

/** *Worker pool*, one thread for each processor. They get ready as soon as they are made, while the contracts are read. */
export class CheckThreads {
  readonly #journeys: string;
  readonly #ids: readonly string[];
  readonly #threads: readonly Worker[];

  /**
   * @param ids the journeys to check
   * @param all the journeys that they may start
   */
  constructor({
    journeys,
    ids,
    all,
  }: {
    readonly journeys: string;
    readonly ids: readonly string[];
    readonly all: readonly string[];
  }) {
    this.#journeys = journeys;
    this.#ids = ids;
    const workerData: ThreadTask = { journeys, ids: all };
    this.#threads = Array.from(
      { length: Math.min(availableParallelism(), ids.length) },
      // What is read and played lives long: a small nursery would be copied again and again.
      () => new Worker(ENTRY, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 192 } }),
    );
  }

  /**
   * *Longest processing time first*: every thread checks one journey after the other, and those with the most scenarios
   * come first, so that none is left alone with a large one at the end. Rejects with the first error of a thread.
   *
   * @returns the diagnostics of each
   */
  async check(catalogue: ServiceCatalogue): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const data = catalogueData(catalogue);
    const waiting = await largestFirst(this.#journeys, this.#ids);
    const found = new Map<string, readonly Diagnostic[]>();
    const work = async (thread: Worker): Promise<void> => {
      thread.postMessage(data);
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        thread.postMessage(id);
        // Rejects when the thread fails.
        const [diagnostics] = (await once(thread, 'message')) as [readonly Diagnostic[]];
        found.set(id, diagnostics);
      }
    };
    await Promise.all(this.#threads.map(work));
    return found;
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map(thread => thread.terminate()));
  }
}

async function largestFirst(journeys: string, ids: readonly string[]): Promise<string[]> {
  const sizes = await Promise.all(
    ids.map(async id => {
      const scenarios = await readdir(join(journeys, id, 'scenarios')).catch(() => []);
      return { id, scenarios: scenarios.length };
    }),
  );
  return sizes.sort((one, other) => other.scenarios - one.scenarios).map(({ id }) => id);
}
