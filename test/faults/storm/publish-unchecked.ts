import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf, readJourney, readJourneyFolder } from '#journey';
import { type PostgresStores } from '#postgres';

const JOURNEYS = fileURLToPath(new URL('../../../journeys', import.meta.url));

/** Stores journeys of the system, as whoever starts with them in its folder would after a check of many seconds. */
export async function publishUnchecked(
  stores: PostgresStores,
  ids: readonly string[],
  folder = JOURNEYS,
): Promise<void> {
  for (const id of ids) {
    const { definitions } = readJourney(await readJourneyFolder(join(folder, id)));
    for (const definition of definitions) {
      const { hash, effective, mandates } = definition;
      const ownOnly = mandates === 'none' && { ownOnly: true as const };
      await stores.definitions.publish({ hash, id, effective, ...ownOnly, sources: filesOf(definition) });
    }
  }
}
