import { join } from 'node:path';
import { type Diagnostic } from '#journey';
import { checkWhole } from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print } from '../command-context.js';
import { fixJourney } from '../fix-journey.js';
import { catalogueWithJourneys, readFolders } from '../journey-folders.js';
import { shownPath } from '../shown-path.js';

/**
/**
 * `check [journey]`: every diagnostic with its remedy, those of the authorities' contracts first and those of scenarios among them, and
 * a line that sums up; with `--fix` after what is missing was made. 1 when there is an error.
 */
export async function checkCommand({ journey, fix }: CommandLine, context: CommandContext): Promise<number> {
  const folders = await readFolders(context.journeys, journey);
  const catalogue = await catalogueWithJourneys(context);
  const count = { error: 0, warning: 0 };
  const tell = (folder: string, diagnostic: Diagnostic): void => {
    count[diagnostic.severity]++;
    printAt(context, folder, diagnostic);
  };
  for (const fault of new Set([...(catalogue.broken?.values() ?? [])].flat())) tell(context.contracts, fault);
  for (const folder of folders) {
    const { id } = folder;
    let { files } = folder;
    if (fix) {
      const fixed = await fixJourney(context.journeys, folder, catalogue);
      files = fixed.files;
      print(context.output, ...fixed.told);
    }
    for (const diagnostic of checkWhole(id, files, catalogue).diagnostics) {
      tell(join(context.journeys, id), diagnostic);
    }
  }
  const what = folders.length === 1 ? (folders[0]?.id ?? '') : `${folders.length} journeys`;
  print(
    context.output,
    `${what} checked: ${plural(count.error, 'error')}, ${plural(count.warning, 'warning')}.`,
  );
  return count.error > 0 ? 1 : 0;
}

/** One diagnostic of a journey. */
export function printDiagnostic(context: CommandContext, id: string, diagnostic: Diagnostic): void {
  printAt(context, join(context.journeys, id), diagnostic);
}

/** One diagnostic on two lines, the place first, as terminals and editors know to follow it. */
function printAt({ output }: CommandContext, folder: string, diagnostic: Diagnostic): void {
  const { file, line, column, severity, code, message, remedy } = diagnostic;
  print(
    output,
    `${shownPath(join(folder, file))}:${line}:${column}  ${severity}  ${code}  ${message}`,
    `    ${remedy}`,
  );
}

function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
