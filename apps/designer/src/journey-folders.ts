import { join } from 'node:path';
import {
  type Definition,
  type JourneyFiles,
  type JourneyFolder,
  readJourney,
  journeyIds,
  readJourneyFolder,
  type ServiceCatalogue,
  JourneysOnDemand,
  withJourneys,
} from '#journey';
import { type CommandContext, UsageError } from './command-context.js';

/** A journey's folder with its name, which is the journey's id. */
export interface NamedFolder extends JourneyFolder {
  readonly id: string;
  readonly files: JourneyFiles;
}

/**
 * Reads one journey, or all in order of their names.
 *
 * @throws UsageError when there is no such journey, or none at all
 */
export async function readFolders(journeys: string, id?: string): Promise<NamedFolder[]> {
  const wanted = wantedOf(await idsIn(journeys), journeys, id);
  return Promise.all(
    wanted.map(async name => {
      const files = await readJourneyFolder(join(journeys, name));
      return { id: name, files, ...readJourney(files) };
    }),
  );
}

/**
 * One journey, or all.
 *
 * @param all the ids of those that there are
 * @throws UsageError when there is no such journey, or none at all
 */
export function wantedOf(all: readonly string[], journeys: string, id?: string): readonly string[] {
  if (id !== undefined && !all.includes(id)) {
    throw new UsageError(`There is no journey ${id} in ${journeys}; there is ${all.join(', ') || 'none'}.`);
  }
  if (all.length === 0) throw new UsageError(`There is no journey in ${journeys}.`);
  return id === undefined ? all : [id];
}

/** The catalogue of authorities, with the journeys that one journey may start. */
export async function catalogueWithJourneys({
  journeys,
  catalogue,
}: CommandContext): Promise<ServiceCatalogue> {
  return withJourneys(catalogue(), new JourneysOnDemand(journeys, await idsIn(journeys)));
}

/**
 * The version of a journey named by its date; without a date the newest that is in force on a day, or the newest.
 *
 * @throws UsageError when there is no such version
 */
export function versionOf(folder: NamedFolder, version?: string, day?: string): Definition {
  const { definitions, id } = folder;
  const found =
    version !== undefined
      ? definitions.find(({ effective }) => effective === version)
      : definitions.findLast(({ effective }) => day === undefined || effective <= day);
  if (found) return found;
  const known = definitions.map(({ effective }) => effective).join(', ');
  throw new UsageError(
    definitions.length === 0
      ? `${id} has no version; add ${id}/<yyyy-mm-dd>.yaml.`
      : `${id} has no version ${version ?? `in force on ${day}`}; there is ${known}.`,
  );
}

/**
 * What belongs to the version named by its date; without a date, all.
 *
 * @throws UsageError when there is no such version
 */
export function ofVersion<T extends { readonly definition: Definition }>(
  each: readonly T[],
  folder: NamedFolder,
  version?: string,
): readonly T[] {
  if (version === undefined) return each;
  const { effective } = versionOf(folder, version);
  return each.filter(({ definition }) => definition.effective === effective);
}

/**
 * The ids of all journeys, in order.
 *
 * @throws UsageError when the folder cannot be read
 */
export async function idsIn(journeys: string): Promise<string[]> {
  return journeyIds(journeys).catch(() => {
    throw new UsageError(`${journeys} cannot be read; say where the journeys are with --journeys.`);
  });
}
