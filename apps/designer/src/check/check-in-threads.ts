import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { catalogueData, type Diagnostic, type ServiceCatalogue } from '#journey';
import { type ThreadTask } from './check-thread.js';

/** Only the compiled entry can be run by Node itself: sources, as tests run them, use it too. */
const ENTRY = fileURLToPath(
  import.meta.url.endsWith('.ts')
    ? new URL('../../../../dist/apps/designer/src/check/check-thread.js', import.meta.url)
    : new URL('check-thread.js', import.meta.url),
);

/**
 * *Longest processing time first*: every processor checks one journey after the other, and those with the most scenarios
 * come first, so that none is left alone with a large one at the end. Rejects with the first error of a thread.
 *
 * @param ids the journeys to check
 * @param all the journeys that they may start
 * @returns the diagnostics of each
 */
export async function checkInThreads(
  { journeys, ids, all }: { journeys: string; ids: readonly string[]; all: readonly string[] },
  catalogue: ServiceCatalogue,
): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const waiting = await largestFirst(journeys, ids);
  const found = new Map<string, readonly Diagnostic[]>();
  const workerData: ThreadTask = { journeys, ids: all, catalogue: catalogueData(catalogue) };
  const threads = Array.from({ length: Math.min(availableParallelism(), ids.length) }, () => {
    return new Worker(ENTRY, { workerData });
  });
  const work = async (thread: Worker): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      thread.postMessage(id);
      // Rejects when the thread fails.
      const [diagnostics] = (await once(thread, 'message')) as [readonly Diagnostic[]];
      found.set(id, diagnostics);
    }
  };
  try {
    await Promise.all(threads.map(work));
  } finally {
    await Promise.all(threads.map(thread => thread.terminate()));
  }
  return found;
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
