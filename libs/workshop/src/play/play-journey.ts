import { dateAt } from '#calendar';
import {
  type CompiledJourney,
  compileJourney,
  type Definition,
  DefinitionError,
  type Diagnostic,
  type JourneyFolder,
  type ServiceCatalogue,
  type Source,
} from '#journey';
import { definitionBounds } from '../check/bounds/definition-bounds.js';
import { isError } from '../check/check-rules.js';
import { shapeFaults } from '../check/shape/shape-faults.js';
import { soundDefinition } from '../check/sound-definition.js';
import { type Coverage, coverageOf } from './coverage.js';
import { playScenario, type ScenarioResult, scenarioStart } from './play-scenario.js';
import { readScenario } from './read-scenario.js';
import { type Scenario } from './scenario.js';

/** How all scenarios of a journey went, and what they walk of each version. */
export interface PlayedJourney {
  readonly results: readonly ScenarioResult[];
  /** Faults in how scenarios are written; those scenarios are not played. */
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: readonly Coverage[];
}

/**
 * Plays every scenario of a journey's folder, each on the version it names or that is in force when it starts.
 *
 * @throws DefinitionError when a version that has scenarios cannot be run
 */
export function playJourney(folder: JourneyFolder, catalogue: ServiceCatalogue): PlayedJourney {
  const diagnostics: Diagnostic[] = [];
  const compiled = new Map<Definition, CompiledJourney>();
  const results = new Map<Definition, ScenarioResult[]>(folder.definitions.map(item => [item, []]));
  for (const source of folder.scenarios) {
    const malformed = [...source.diagnostics, ...shapeFaults(source)];
    diagnostics.push(...malformed);
    if (malformed.some(isError)) continue;
    const scenario = readScenario(source);
    const definition = versionFor(scenario, source, folder.definitions, diagnostics);
    if (!definition) continue;
    let journey = compiled.get(definition);
    if (!journey) {
      const beyond = definitionBounds(definition);
      if (beyond.length > 0) throw new DefinitionError(definition.id, beyond);
      journey = compileJourney(soundDefinition(definition, catalogue), { trace: true });
      compiled.set(definition, journey);
    }
    results.get(definition)?.push(playScenario(journey, scenario, source));
  }
  return {
    results: [...results.values()].flat(),
    diagnostics,
    coverage: [...results].map(([definition, played]) => coverageOf(definition, played)),
  };
}

/** The version a scenario runs on; without one, a diagnostic. */
export function versionFor(
  scenario: Scenario,
  source: Source,
  definitions: readonly Definition[],
  diagnostics: Diagnostic[],
): Definition | undefined {
  const latest = definitions.at(-1);
  const day = scenario.version ?? scenarioDay(scenario, latest?.effective ?? '', source, diagnostics);
  if (day === undefined) return undefined;
  const found =
    scenario.version === undefined
      ? definitions.findLast(({ effective }) => effective <= day)
      : definitions.find(({ effective }) => effective === day);
  if (!found) {
    diagnostics.push(
      fault(
        source,
        scenario.version === undefined ? 'start' : 'version',
        `No version is in force on ${day}.`,
      ),
    );
  }
  return found;
}

function scenarioDay(
  scenario: Scenario,
  effective: string,
  source: Source,
  diagnostics: Diagnostic[],
): string | undefined {
  try {
    return dateAt(scenarioStart(scenario, effective));
  } catch (error) {
    diagnostics.push(fault(source, 'start', error instanceof Error ? error.message : String(error)));
    return undefined;
  }
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
