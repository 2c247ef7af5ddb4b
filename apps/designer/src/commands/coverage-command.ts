import { type Coverage, percentCovered, playJourney } from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print } from '../command-context.js';
import { type NamedFolder, ofVersion, readFolders } from '../journey-folders.js';
import { columns } from '../columns.js';
import { printDiagnostic } from './check-command.js';

interface Row {
  readonly cells: readonly string[];
  readonly missed: readonly string[];
}

/**
 * State and transition coverage, `coverage [journey]`: plays every scenario, and says what none of them walks of each
 * version, or of the one that is named. 1 when a scenario does not hold, or less is walked than `--min` asks.
 */
export async function coverageCommand(
  { journey, min = 0, version }: CommandLine,
  context: CommandContext,
): Promise<number> {
  const folders = await readFolders(context.journeys, journey);
  const catalogue = context.catalogue();
  const rows: Row[] = [];
  let isWell = true;
  for (const folder of folders) {
    const { results: all, diagnostics, coverage } = playJourney(folder, catalogue);
    const results = ofVersion(all, folder, version);
    const failures = [...diagnostics, ...results.flatMap(result => result.failures)];
    for (const failure of failures) printDiagnostic(context, folder.id, failure);
    if (failures.length > 0) isWell = false;
    for (const each of ofVersion(coverage, folder, version)) {
      if (percentCovered(each.states) < min || percentCovered(each.transitions) < min) isWell = false;
      rows.push(rowOf(folder, ofVersion(results, folder, each.definition.effective).length, each));
    }
  }
  const heads = ['journey', 'version', 'scenarios', 'states', 'transitions'];
  const [head = '', ...table] = columns([heads, ...rows.map(({ cells }) => cells)]);
  print(context.output, head);
  for (const [index, { missed }] of rows.entries())
    print(context.output, table[index] ?? '', ...missed.map(path => `  not walked: ${path}`));
  return isWell ? 0 : 1;
}

function rowOf(folder: NamedFolder, scenarios: number, { definition, states, transitions }: Coverage): Row {
  return {
    cells: [
      folder.id,
      definition.effective,
      String(scenarios),
      share(states.all.length, states.missed.length, percentCovered(states)),
      share(transitions.all.length, transitions.missed.length, percentCovered(transitions)),
    ],
    missed: [
      ...states.missed.map(path => `state ${path}`),
      ...transitions.missed.map(({ id }) => `transition ${id}`),
    ],
  };
}

function share(all: number, missed: number, percent: number): string {
  return `${percent} % (${all - missed}/${all})`;
}
