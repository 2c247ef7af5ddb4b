import { fileURLToPath } from 'node:url';
import { type CompiledJourney, compileJourney, readJourney, readJourneyFolder } from '#journey';
import { type StoredDefinition } from '#runtime';
import { soundDefinition } from '#workshop';
import { catalogue } from './catalogue.js';

/** A definition of this simulation, ready to be published and to run. */
export interface SimulatedDefinition {
  readonly stored: StoredDefinition;
  readonly compiled: CompiledJourney;
}

async function definition(id: string): Promise<SimulatedDefinition> {
  const sources = await readJourneyFolder(fileURLToPath(new URL(`journeys/${id}/`, import.meta.url)));
  const { definitions, diagnostics } = readJourney(sources);
  const [first] = definitions;
  if (!first || diagnostics.length > 0) throw new Error(`journey ${id}: ${JSON.stringify(diagnostics)}`);
  const compiled = compileJourney(soundDefinition(first, catalogue));
  return { compiled, stored: { id, hash: first.hash, effective: first.effective, sources } };
}

/** Compiled once: every run of every seed uses them. */
export const DEFINITIONS = await Promise.all(
  ['settling', 'interrupted', 'errand', 'sending'].map(definition),
);

export function compiledBy(hash: string): CompiledJourney {
  const found = DEFINITIONS.find(({ stored }) => stored.hash === hash);
  if (!found) throw new Error(`there is no definition ${hash}`);
  return found.compiled;
}
