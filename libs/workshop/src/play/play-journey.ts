import { dateAt } from '#calendar';
import {
  compileJourney,
  type Definition,
  DefinitionError,
  type Diagnostic,
  isError,
  type JourneyFolder,
  type ServiceCatalogue,
  type SoundDefinition,
  type Source,
} from '#journey';
import { definitionBounds } from '../check/bounds/definition-bounds.js';
import { shapeFaults } from '../check/shape/shape-faults.js';
import { soundDefinition } from '../check/sound-definition.js';
import { type Coverage, coverageOf } from './coverage.js';
import { momentOf, playScenario, type ScenarioResult } from './play-scenario.js';
import { readScenario } from './read-scenario.js';
import { versionsFor } from './versions-for.js';
import { type Scenario } from './scenario.js';

/** How all scenarios of a journey went, and what they walk of each version. */
export interface PlayedJourney {
  /** In order of the versions; a scenario played on several has a result for each. */
  readonly results: readonly ScenarioResult[];
  /** Faults in how scenarios are written; those scenarios are not played. */
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: readonly Coverage[];
}

/** A scenario that can be played, and the versions it is played on. */
interface ReadyScenario {
  readonly scenario: Scenario;
  readonly source: Source;
  readonly versions: readonly Definition[];
}

/**
 * Regression test of every version: plays each scenario of a journey's folder on the versions that {@link versionsFor} gives.
 *
 * @param sound versions that were checked already
 * @throws DefinitionError when a version that has scenarios cannot be run
 */
export function playJourney(
  folder: JourneyFolder,
  catalogue: ServiceCatalogue,
  sound: ReadonlyMap<Definition, SoundDefinition> = new Map(),
): PlayedJourney {
  const diagnostics: Diagnostic[] = [];
  const ready = folder.scenarios.flatMap(source => readyScenario(source, folder.definitions, diagnostics));
  const played = folder.definitions.map(definition => {
    const fitting = ready.filter(({ versions }) => versions.includes(definition));
    if (fitting.length === 0) return { definition, results: [] };
    const beyond = definitionBounds(definition);
    if (beyond.length > 0) throw new DefinitionError(definition.id, beyond);
    const checked = sound.get(definition) ?? soundDefinition(definition, catalogue);
    const journey = compileJourney(checked, { trace: true });
    const results = fitting.map(({ scenario, source, versions }) =>
      playScenario(journey, scenario, source, versions.length > 1),
    );
    return { definition, results };
  });
  return {
    results: played.flatMap(({ results }) => results),
    diagnostics,
    coverage: played.map(({ definition, results }) => coverageOf(definition, results)),
  };
}

function readyScenario(
  source: Source,
  definitions: readonly Definition[],
  diagnostics: Diagnostic[],
): ReadyScenario[] {
  const malformed = [...source.diagnostics, ...shapeFaults(source)];
  diagnostics.push(...malformed);
  if (malformed.some(isError)) return [];
  const scenario = readScenario(source);
  const versions = playable(scenario, source, definitions, diagnostics);
  return versions.length > 0 ? [{ scenario, source, versions }] : [];
}

/** The versions a scenario is played on; when there is none, a diagnostic. */
function playable(
  scenario: Scenario,
  source: Source,
  definitions: readonly Definition[],
  diagnostics: Diagnostic[],
): readonly Definition[] {
  const { start, version } = scenario;
  try {
    const versions = versionsFor(scenario, definitions);
    if (versions.length > 0) return versions;
    diagnostics.push(
      version === undefined
        ? fault(source, 'start', `No version is in force on ${dateAt(momentOf(start ?? '', 10))}.`)
        : fault(source, 'version', `There is no version of ${version}.`),
    );
  } catch (error) {
    diagnostics.push(fault(source, 'start', error instanceof Error ? error.message : String(error)));
  }
  return [];
}

function fault(source: Source, key: string, message: string): Diagnostic {
  return {
    code: 'scenario',
    severity: 'error',
    file: source.file,
    ...source.positionOf([key]),
    message,
    remedy: 'Give a start or version for which the journey has a file <date>.yaml.',
  };
}
