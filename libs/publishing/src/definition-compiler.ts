import {
  compileJourney,
  type OtherJourneys,
  readJourney,
  type ServiceCatalogue,
  type SoundDefinition,
  withJourneys,
} from '#journey';
import { type CompileDefinition, InvariantError, type StoredDefinition } from '#runtime';
import { soundDefinition } from '#workshop';

/** What a process has read of journeys at its start; nothing until then. */
export class ReadAtStart {
  /** Definitions that need not be read again, by hash. */
  checked: ReadonlyMap<string, SoundDefinition> = new Map();
  /** The journeys that there are; without them, a journey that another starts has no title. */
  journeys?: OtherJourneys;
}

/**
 * Check on load: what this process has just checked and published is compiled as it is; what others have stored, perhaps
 * years ago, is read and checked once more, for the authorities' contracts may have changed since. The journeys that it
 * names may have gone since, which is no fault: it has only to run.
 */
export function definitionCompiler(
  catalogue: ServiceCatalogue,
  start: Readonly<ReadAtStart> = new ReadAtStart(),
): CompileDefinition {
  return stored => compileJourney(start.checked.get(stored.hash) ?? load(stored, catalogue, start));
}

/** @throws DefinitionError when it cannot run with this catalogue */
function load(
  { id, effective, hash, sources }: StoredDefinition,
  catalogue: ServiceCatalogue,
  { journeys }: Readonly<ReadAtStart>,
): SoundDefinition {
  const definition = readJourney(sources).definitions.find(read => read.hash === hash);
  if (definition) {
    const sound = soundDefinition(definition, catalogue);
    return journeys ? { ...sound, catalogue: withJourneys(catalogue, journeys) } : sound;
  }
  throw new InvariantError(
    'definition-changed',
    `definition ${id} of ${effective} is stored as ${hash}, which its sources do not give`,
  );
}
