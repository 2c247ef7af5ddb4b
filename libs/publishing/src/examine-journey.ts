import {
  DefinitionError,
  type Diagnostic,
  isError,
  type JourneyFiles,
  type ServiceCatalogue,
} from '#journey';
import { type StoredDefinition } from '#runtime';
import { type CheckedJourney, checkJourney } from '#workshop';
import { storedDefinition } from './stored-definition.js';

/** What a check has to say of a journey's files; plain data, for it may come from another thread. */
export interface Examined {
  readonly diagnostics: readonly Diagnostic[];
  /** What there is to publish; nothing when a diagnostic is an error. */
  readonly versions: readonly StoredDefinition[];
}

/**
 * Checks a journey and makes ready what there is to publish of it. Takes as long as the files make it take: those of
 * others are examined by {@link JourneyChecks}.
 *
 * @param id the journey's id, which is the name of its folder
 */
export function examineJourney(id: string, files: JourneyFiles, catalogue: ServiceCatalogue): Examined {
  return toExamined(checkJourney(id, files, catalogue));
}

/** A check's result as plain data. */
export function toExamined({ diagnostics, definitions }: CheckedJourney): Examined {
  return {
    diagnostics,
    versions: definitions.map(({ definition }) => storedDefinition(definition)),
  };
}

/** @throws DefinitionError when there are errors: every service must have a contract, every word must be there … */
export function requireSound(id: string, { diagnostics, versions }: Examined): readonly StoredDefinition[] {
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw new DefinitionError(id, errors);
  return versions;
}
