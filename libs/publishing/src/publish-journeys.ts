import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compileJourney, readJourney, readJourneyFolder, type ServiceCatalogue } from '#journey';
import { type CompileDefinition, type DefinitionStore, InvariantError } from '#runtime';
import { type Examined, examineJourney, requireSound } from './examine-journey.js';

/** One version of a definition that journeys can be started on. */
export interface Published {
  readonly id: string;
  readonly effective: string;
  readonly hash: string;
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
): Promise<readonly Published[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`The folder of journeys ${folder} cannot be read; set JOURNEYS_DIR to one that can.`, {
      cause,
    });
  });
  const ids = entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  if (ids.length === 0) {
    throw new Error(
      `The folder ${folder} has no journey; set JOURNEYS_DIR to the folder that has one folder per journey.`,
    );
  }
  const published: Published[] = [];
  for (const id of ids) {
    const files = await readJourneyFolder(join(folder, id));
    published.push(...(await publishJourney(id, examineJourney(id, files, catalogue), store)));
  }
  return published;
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

/** Makes what is stored runnable again. */
export function definitionCompiler(catalogue: ServiceCatalogue): CompileDefinition {
  return stored => {
    const { definitions } = readJourney(stored.sources);
    const definition = definitions.find(({ hash }) => hash === stored.hash);
    if (!definition) {
      throw new InvariantError(
        'definition-changed',
        `definition ${stored.id} of ${stored.effective} is stored as ${stored.hash}, which its sources do not give`,
      );
    }
    return compileJourney(definition, catalogue);
  };
}
