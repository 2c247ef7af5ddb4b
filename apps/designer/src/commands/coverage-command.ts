import { type Coverage, percentCovered, playJourney } from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print } from '../command-context.js';
import { type NamedFolder, readFolders } from '../journey-folders.js';
import { printDiagnostic } from './check-command.js';

interface Row {
  readonly cells: readonly string[];
  readonly missed: readonly string[];
}

/**
 * `coverage [journey]`: plays every scenario and says which states and transitions none of them walks. 1 when a
 * scenario does not hold, or less is walked than `--min` asks.
 */
export async function coverageCommand(
  { journey, min = 0 }: CommandLine,
  context: CommandContext,
): Promise<number> {
  const folders = await readFolders(context.journeys, journey);
  const catalogue = context.catalogue();
  const rows: Row[] = [];
  let isWell = true;
  for (const folder of folders) {
    const { results, diagnostics, coverage } = playJourney(folder, catalogue);
    const failures = [...diagnostics, ...results.flatMap(result => result.failures)];
    for (const failure of failures) printDiagnostic(context, folder.id, failure);
    if (failures.length > 0) isWell = false;
    for (const each of coverage) {
      if (percentCovered(each.states) < min || percentCovered(each.transitions) < min) isWell = false;
      rows.push(rowOf(folder, each));
    }
  }
  const heads = ['journey', 'version', 'scenarios', 'states', 'transitions'];
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  print(context.output, line(heads));
  for (const { cells, missed } of rows)
    print(context.output, line(cells), ...missed.map(path => `  not walked: ${path}`));
  return isWell ? 0 : 1;
}

function rowOf(folder: NamedFolder, { definition, states, transitions }: Coverage): Row {
  return {
    cells: [
      folder.id,
      definition.effective,
      String(folder.scenarios.length),
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
