import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type CatalogueData, catalogueOf, JourneysOnDemand, readJourneyFolder, withJourneys } from '#journey';
import { checkWhole } from '#workshop';

// The entry of the threads that check journeys: first the catalogue, then the id of one in, its diagnostics out.

/** What a thread is given when it starts. */
export interface ThreadTask {
  readonly journeys: string;
  readonly ids: readonly string[];
}

const { journeys, ids } = workerData as ThreadTask;

parentPort?.once('message', (catalogue: CatalogueData) => {
  const known = withJourneys(catalogueOf(catalogue), new JourneysOnDemand(journeys, ids));
  parentPort?.on('message', async (id: string) => {
    const files = await readJourneyFolder(join(journeys, id));
    parentPort?.postMessage(checkWhole(id, files, known).diagnostics);
  });
});
