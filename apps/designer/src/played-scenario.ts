import { type Definition } from '#journey';
import { playJourney, type ScenarioResult } from '#workshop';
import { type CommandContext, UsageError } from './command-context.js';
import { type NamedFolder } from './journey-folders.js';

/**
 * Plays one scenario of a journey by its name, on the version it belongs to.
 *
 * @throws UsageError when there is no such scenario, or it cannot be read
 */
export function playedScenario(
  folder: NamedFolder,
  name: string,
  { catalogue }: CommandContext,
): { definition: Definition; result: ScenarioResult } {
  const scenarios = [scenarioNamed(folder, name)];
  const { results, coverage, diagnostics } = playJourney({ ...folder, scenarios }, catalogue());
  const [result] = results;
  const played = coverage.find(({ states }) => states.missed.length < states.all.length) ?? coverage[0];
  if (!result || !played) throw new UsageError(diagnostics[0]?.message ?? `${name} cannot be played.`);
  return { definition: played.definition, result };
}

/** @throws UsageError when the journey has no such scenario */
export function scenarioNamed(folder: NamedFolder, name: string): NamedFolder['scenarios'][number] {
  const short = (file: string): string => file.replace(/^scenarios\//, '').replace(/\.yaml$/, '');
  const source = folder.scenarios.find(({ file }) => short(file) === short(name));
  if (source) return source;
  const known = folder.scenarios.map(({ file }) => short(file)).join(', ');
  throw new UsageError(`${folder.id} has no scenario ${name}; there is ${known || 'none'}.`);
}
