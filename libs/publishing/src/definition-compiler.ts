import { compileJourney, readJourney, type ServiceCatalogue, type SoundDefinition } from '#journey';
import { type CompileDefinition, InvariantError, type StoredDefinition } from '#runtime';
import { soundDefinition } from '#workshop';

/**
 * Check on load: what this process has just checked and published is compiled as it is; what others have stored, perhaps
 * years ago, is read and checked once more, for the authorities' contracts may have changed since.
 *
 * @param checked definitions that need not be read again, by hash
 */
export function definitionCompiler(
  catalogue: ServiceCatalogue,
  checked: ReadonlyMap<string, SoundDefinition> = new Map(),
): CompileDefinition {
  return stored => compileJourney(checked.get(stored.hash) ?? load(stored, catalogue));
}

/** @throws DefinitionError when it cannot run with this catalogue */
function load(
  { id, effective, hash, sources }: StoredDefinition,
  catalogue: ServiceCatalogue,
): SoundDefinition {
  const definition = readJourney(sources).definitions.find(read => read.hash === hash);
  if (definition) return soundDefinition(definition, catalogue);
  throw new InvariantError(
    'definition-changed',
    `definition ${id} of ${effective} is stored as ${hash}, which its sources do not give`,
  );
}
