import { fileURLToPath } from 'node:url';
import { type Instant, type Json } from '#statechart';
import { soundDefinition } from '#workshop';
import { compileJourney, type CompileOptions } from '../src/compile/compile-journey.js';
import { type CompiledJourney } from '../src/compile/compiled-journey.js';
import { type JourneyStep } from '../src/compile/journey-step.js';
import { type JourneyState } from '../src/journey-state.js';
import { type JourneyFiles, readJourney } from '../src/read/read-journey.js';
import { readJourneyFolder } from '../src/read/read-journey-folder.js';
import { sampleCatalogue } from './sample-catalogue.js';

/** The files of the sample journey `moving`, scenarios included. */
export const sampleFiles = await readJourneyFolder(fileURLToPath(new URL('moving/', import.meta.url)));

/** Reads and compiles the only definition among some files; throws when they are not well formed. */
export function compileFiles(files: JourneyFiles, options?: CompileOptions): CompiledJourney {
  const { definitions, diagnostics } = readJourney(files);
  if (!definitions[0] || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return compileJourney(soundDefinition(definitions[0], sampleCatalogue), options);
}

/** A journey of just these parts of a version file, with a form `consent`, a form `heirs` and those that are given. */
export function smallJourney(parts: string, forms: JourneyFiles = {}): CompiledJourney {
  const head = 'id: small\ntitle: { da: x, en: x }\nlifeEvent: moving\neffective: 2025-01-01\n';
  return compileFiles({
    '2025-01-01.yaml': head + parts.replace(/^ {6}/gm, ''),
    'forms/consent.yaml': sampleFiles['forms/consent.yaml'] ?? '',
    'forms/heirs.yaml':
      'type: object\nrequired: [persons]\nproperties: { persons: { type: array, items: { type: string, format: cpr } } }',
    ...forms,
  });
}

/** A state as a store would give it back. */
export function stored(state: JourneyState): JourneyState {
  return JSON.parse(JSON.stringify(state)) as JourneyState;
}

/** Steps a journey with what somebody does; throws when that is not accepted. */
export function submitted(
  journey: CompiledJourney,
  state: JourneyState,
  at: Instant,
  [person, task, event, data]: readonly [person: string, task: string, event: string, data?: Json],
): JourneyStep {
  const accepted = journey.accept(state, { person, task, event, ...(data !== undefined && { data }) }, at);
  if (accepted.kind === 'refused') throw new Error(`${accepted.message} ${JSON.stringify(accepted.fields)}`);
  const step = journey.step(stored(state), accepted.stimulus, at);
  return { ...step, state: stored(step.state) };
}
