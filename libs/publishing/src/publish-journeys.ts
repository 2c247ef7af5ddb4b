import { join } from 'node:path';
import {
  journeyIds,
  JourneysOnDemand,
  readJourneyFolder,
  type ServiceCatalogue,
  type SoundDefinition,
  withJourneys,
} from '#journey';
import { type DefinitionStore } from '#runtime';
import { checkJourney } from '#workshop';
import { type Examined, requireSound, toExamined } from './examine-journey.js';

/** One version of a definition that journeys can be started on. */
export interface Published {
  readonly id: string;
  readonly effective: string;
  readonly hash: string;
}

/** What a folder of journeys gave: what was published, and the same definitions ready to be compiled. */
export interface PublishedFolder {
  readonly published: readonly Published[];
  readonly definitions: readonly SoundDefinition[];
}

/**
 * Checks and publishes every journey of a folder, which has one folder for each.
 *
 * @throws DefinitionError with what is wrong in the first journey that has faults; nothing of that journey is published
 * @throws Error when the folder cannot be read or has no journey
 */
export async function publishJourneys(
  folder: string,
  catalogue: ServiceCatalogue,
  store: DefinitionStore,
): Promise<PublishedFolder> {
  const ids = await journeyIds(folder).catch((cause: unknown) => {
    throw new Error(`The folder of journeys ${folder} cannot be read; set JOURNEYS_DIR to one that can.`, {
      cause,
    });
  });
  if (ids.length === 0) {
    throw new Error(
      `The folder ${folder} has no journey; set JOURNEYS_DIR to the folder that has one folder per journey.`,
    );
  }
  const published: Published[] = [];
  const definitions: SoundDefinition[] = [];
  const all = withJourneys(catalogue, new JourneysOnDemand(folder, ids));
  for (const id of ids) {
    const checked = checkJourney(id, await readJourneyFolder(join(folder, id)), all);
    published.push(...(await publishJourney(id, toExamined(checked), store)));
    definitions.push(...checked.definitions);
  }
  return { published, definitions };
}

/**
 * Publishes all versions of a journey that was examined.
 *
 * @param by the person who publishes, `designer:<person>`: then versions that were withdrawn are reinstated. A process
 *   that starts publishes what it finds and leaves withdrawn what was.
 * @throws DefinitionError when the check found errors; nothing is published
 */
export async function publishJourney(
  id: string,
  examined: Examined,
  store: DefinitionStore,
  by?: string,
): Promise<readonly Published[]> {
  const versions = requireSound(id, examined);
  for (const version of versions) {
    await store.publish(version, by);
    if (by !== undefined) await store.reinstate(version.hash);
  }
  return versions.map(({ id: name, effective, hash }) => ({ id: name, effective, hash }));
}
