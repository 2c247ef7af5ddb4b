import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { dateAt } from '#calendar';
import { type Definition, readSource, type ServiceCatalogue } from '#journey';
import { playJourney, writeScenario } from '#workshop';
import { type NamedFolder } from '../journey-folders.js';
import { type Keeping } from './play-at-terminal.js';

interface Kept {
  readonly folder: NamedFolder;
  readonly definition: Definition;
  readonly catalogue: ServiceCatalogue;
  readonly journeys: string;
}

/** Keeps walks in the journey's folder, each played once more as the scenario it has become. */
export function scenarioKeeper({ folder, definition, catalogue, journeys }: Kept): Keeping {
  return async (walk, name, sentence) => {
    const { effective } = definition;
    const inForce = folder.definitions.findLast(other => other.effective <= dateAt(walk.begun.start));
    const version = inForce?.effective === effective ? {} : { version: effective };
    const text = writeScenario(walk, { name: sentence, ...version });
    const file = `scenarios/${name}.yaml`;
    const source = readSource(file, text);
    const { results, diagnostics } = playJourney({ ...folder, scenarios: [source] }, catalogue);
    const [fault] = [...diagnostics, ...results.flatMap(({ failures }) => failures)];
    if (fault) return `This walk cannot be kept as a scenario. ${fault.message}`;
    const path = join(journeys, folder.id, file);
    try {
      await mkdir(join(journeys, folder.id, 'scenarios'), { recursive: true });
      await writeFile(path, text, { flag: 'wx' });
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EEXIST'
        ? `There is a scenario ${name} already; take another name.`
        : `${relative(process.cwd(), path)} cannot be written.`;
    }
    return `Kept in ${relative(process.cwd(), path)}; the scenario holds.`;
  };
}
