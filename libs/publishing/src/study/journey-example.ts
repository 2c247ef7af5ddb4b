import { type JourneyFiles, readJourney, type ServiceCatalogue } from '#journey';
import { type StoredDefinition } from '#runtime';
import { type ExamplePlay, examplePlay } from '#workshop';

export interface ExampleTask {
  readonly id: string;
  readonly version: StoredDefinition;
  /** The files of the journey's folder, in which its scenarios are. */
  readonly folder: JourneyFiles;
}

/** Plays an example of a version. A version that the folder has no more is played by the folder's scenarios all the same. */
export function playExample(
  { version, folder }: ExampleTask,
  catalogue: ServiceCatalogue,
): ExamplePlay | undefined {
  const scenarios = Object.fromEntries(
    Object.entries(folder).filter(([file]) => file.startsWith('scenarios/')),
  );
  for (const files of [folder, { ...scenarios, ...version.sources }]) {
    const read = readJourney(files);
    const definition = read.definitions.find(({ hash }) => hash === version.hash);
    if (definition) return examplePlay(read, definition, catalogue);
  }
  return undefined;
}
