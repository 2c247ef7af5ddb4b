import { type Definition, type Source } from '#journey';
import { readScenario } from '../../play/read-scenario.js';
import { type Scenario } from '../../play/scenario.js';
import { versionsFor } from '../../play/versions-for.js';

/** A scenario with the file it was read from. */
export interface CheckedScenario {
  readonly scenario: Scenario;
  readonly source: Source;
}

/** The scenarios of a journey's folder by the versions that each is played on; one that fits none is with the latest. */
export function scenariosByVersion(
  definitions: readonly Definition[],
  sources: readonly Source[],
): Map<Definition, CheckedScenario[]> {
  const byVersion = new Map<Definition, CheckedScenario[]>(definitions.map(item => [item, []]));
  for (const source of sources) {
    const scenario = readScenario(source);
    for (const version of fitting(scenario, definitions)) byVersion.get(version)?.push({ scenario, source });
  }
  return byVersion;
}

/** A start that is no moment is told when it is played. */
function fitting(scenario: Scenario, definitions: readonly Definition[]): readonly Definition[] {
  const latest = definitions.slice(-1);
  try {
    const versions = versionsFor(scenario, definitions);
    return versions.length > 0 ? versions : latest;
  } catch {
    return latest;
  }
}
