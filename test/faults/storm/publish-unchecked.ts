import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJourney, readJourneyFolder } from '#journey';
import { type PostgresStores } from '#postgres';
import { storedDefinition } from '#publishing';

const JOURNEYS = fileURLToPath(new URL('../../../journeys', import.meta.url));

/** Stores journeys of the system, as whoever starts with them in its folder would after a check of many seconds. */
export async function publishUnchecked(
  stores: PostgresStores,
  ids: readonly string[],
  folder = JOURNEYS,
): Promise<void> {
  for (const id of ids) {
    const { definitions } = readJourney(await readJourneyFolder(join(folder, id)));
    for (const definition of definitions) await stores.definitions.publish(storedDefinition(definition));
  }
}
