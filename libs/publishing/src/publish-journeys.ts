import { join } from 'node:path';
import {
  type JourneyFiles,
  journeyIds,
  JourneysOnDemand,
  type OtherJourneys,
  readJourneyFolder,
  type ServiceCatalogue,
  type SoundDefinition,
  withJourneys,
} from '#journey';
import { type DefinitionStore } from '#runtime';
import { checkJourney } from '#workshop';
import { AskedJourneys } from './asked-journeys.js';
import { checkDigest } from './check-digest.js';
import { type Examined, requireSound, toExamined } from './examine-journey.js';

/** One version of a definition that journeys can be started on. */
export interface Published {
  readonly id: string;
  readonly effective: string;
  readonly hash: string;
}

/** What a folder of journeys gave: what is published, and of what was checked just now the definitions, ready to be compiled. */
export interface PublishedFolder {
  readonly published: readonly Published[];
  readonly definitions: readonly SoundDefinition[];
  /** The journeys that there are, as others may know them. */
  readonly journeys: OtherJourneys;
}

/**
 * *Incremental build*: publishes every journey of a folder, which has one folder for each, and checks those that were not
 * cleared yet: as they are, beside the journeys that they name, against these contracts and by this very check.
 *
 * @throws DefinitionError with what is wrong in the first journey that has faults; nothing of that journey is published
 * @throws Error when the folder cannot be read or has no journey
 */
export async function publishJourneys(
  folder: string,
  catalogue: ServiceCatalogue,
  store: DefinitionStore,
): Promise<PublishedFolder> {
  const all = await readFolder(folder);
  const journeys = new JourneysOnDemand(folder, [...all.keys()]);
  const ofFiles = checkDigest(catalogue);
  const digests = new Map([...all].map(([id, files]) => [id, ofFiles(files)]));
  const digestOf = (id: string): string => digests.get(id) ?? '';
  const published: Published[] = [];
  const definitions: SoundDefinition[] = [];
  for (const [id, files] of all) {
    const digest = digestOf(id);
    const known = await store.clearance(digest);
    if (known && Object.entries(known.beside).every(([other, asItWas]) => digestOf(other) === asItWas)) {
      published.push(...known.versions);
      continue;
    }
    const others = new AskedJourneys(journeys);
    const checked = checkJourney(id, files, withJourneys(catalogue, others));
    const versions = await publishJourney(id, toExamined(checked), store);
    const beside = Object.fromEntries(others.asked.map(other => [other, digestOf(other)]));
    await store.clear({ digest, beside, versions });
    published.push(...versions);
    definitions.push(...checked.definitions);
  }
  return { published, definitions, journeys };
}

/** The files of each journey, by its id. */
async function readFolder(folder: string): Promise<ReadonlyMap<string, JourneyFiles>> {
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
  return new Map(
    await Promise.all(
      ids.map(async (id): Promise<[string, JourneyFiles]> => [id, await readJourneyFolder(join(folder, id))]),
    ),
  );
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
