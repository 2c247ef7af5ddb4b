import { type Definition, type Source } from '#journey';
import { readScenario } from '../../play/read-scenario.js';
import { type Scenario } from '../../play/scenario.js';

/** A scenario with the file it was read from. */
export interface CheckedScenario {
  readonly scenario: Scenario;
  readonly source: Source;
}

/** The scenarios of a journey's folder by the version that each plays on; one that fits none is with the latest. */
export function scenariosByVersion(
  definitions: readonly Definition[],
  sources: readonly Source[],
): Map<Definition, CheckedScenario[]> {
  const byVersion = new Map<Definition, CheckedScenario[]>(definitions.map(item => [item, []]));
  const latest = definitions.at(-1);
  for (const source of sources) {
    const scenario = readScenario(source);
    const { version, start } = scenario;
    const found =
      version === undefined
        ? definitions.findLast(({ effective }) => start === undefined || effective <= start.slice(0, 10))
        : definitions.find(({ effective }) => effective === version);
    const chosen = found ?? latest;
    if (chosen) byVersion.get(chosen)?.push({ scenario, source });
  }
  return byVersion;
}
