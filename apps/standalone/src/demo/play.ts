import { join } from 'node:path';
import { readdir } from 'node:fs/promises';
import { dateAt } from '#calendar';
import { type Catalogue } from '#authorities';
import { type CompiledJourney, compileJourney, readJourney, readJourneyFolder, type Source } from '#journey';
import { type Instant } from '#statechart';
import {
  momentOf,
  playScenario,
  readScenario,
  type Scenario,
  type ScenarioResult,
  soundDefinition,
} from '#workshop';

/** A scenario played in virtual time: what is to be done over REST, and what must come of it. */
export interface Play {
  readonly journey: CompiledJourney;
  readonly scenario: Scenario;
  readonly start: Instant;
  readonly result: ScenarioResult;
}

/**
 * Reads a journey and plays one of its scenarios.
 *
 * @param name of the scenario's file, without `.yaml`; the one with `demo: true` unless given
 * @throws Error when there is no such journey or scenario, or it does not hold
 */
export async function readPlay(
  journeysDir: string,
  id: string,
  name: string | undefined,
  catalogue: Catalogue,
): Promise<Play> {
  const { definitions, scenarios } = readJourney(await filesOf(journeysDir, id));
  const source = name === undefined ? marked(id, scenarios) : named(id, name, scenarios);
  const scenario = readScenario(source);
  const start = momentOf(scenario.start ?? scenario.version ?? definitions.at(-1)?.effective ?? '', 10);
  const day = dateAt(start);
  const definition = definitions.findLast(({ effective }) => effective <= day);
  if (!definition || (scenario.version ?? definition.effective) !== definition.effective) {
    throw new Error(
      `${id} of ${scenario.version ?? day} is not in force on ${day}, so that nobody can start it then`,
    );
  }
  const journey = compileJourney(soundDefinition(definition, catalogue));
  const result = playScenario(journey, scenario, source);
  const [failure] = result.failures;
  if (failure) throw new Error(`The scenario ${source.file} does not hold: ${failure.message}`);
  return { journey, scenario, start, result };
}

async function filesOf(journeysDir: string, id: string) {
  const entries = await readdir(journeysDir, { withFileTypes: true });
  const ids = entries.filter(entry => entry.isDirectory() && entry.name !== 'parts').map(({ name }) => name);
  if (!ids.includes(id)) throw new Error(`There is no journey ${id}; there are ${ids.sort().join(', ')}`);
  return readJourneyFolder(join(journeysDir, id));
}

function marked(id: string, scenarios: readonly Source[]): Source {
  const found = scenarios.filter(({ value }) => (value as { demo?: boolean }).demo === true);
  if (found.length === 1) return found[0]!;
  throw new Error(
    `${found.length === 0 ? 'No scenario' : 'More than one scenario'} of ${id} says demo: true; name one with --scenario: ${namesOf(scenarios)}`,
  );
}

function named(id: string, name: string, scenarios: readonly Source[]): Source {
  const found = scenarios.find(({ file }) => nameOf(file) === name);
  if (found) return found;
  throw new Error(`${id} has no scenario ${name}; there are ${namesOf(scenarios)}`);
}

function namesOf(scenarios: readonly Source[]): string {
  return scenarios.map(({ file }) => nameOf(file)).join(', ');
}

function nameOf(file: string): string {
  return file.replace(/^scenarios\//, '').replace(/\.yaml$/, '');
}
