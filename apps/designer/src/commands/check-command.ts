import { join } from 'node:path';
import { type Diagnostic, readJourneyFolder, type ServiceCatalogue } from '#journey';
import { checkWhole, makeMissing } from '#workshop';
import { CheckThreads } from '../check/check-threads.js';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print } from '../command-context.js';
import { fixJourney } from '../fix-journey.js';
import { catalogueWithJourneys, idsIn, readFolders, wantedOf } from '../journey-folders.js';
import { shownPath } from '../shown-path.js';

/**
 * `check [journey]`: every diagnostic with its remedy, those of the authorities' contracts first and those of scenarios among them, and
 * a line that sums up; with `--fix` after what is missing was made. 1 when there is an error.
 */
export async function checkCommand({ journey, fix }: CommandLine, context: CommandContext): Promise<number> {
  const { journeys } = context;
  const all = await idsIn(journeys);
  const ids = wantedOf(all, journeys, journey);
  const threads = ids.length > 1 ? new CheckThreads({ journeys, ids, all }) : undefined;
  try {
    const catalogue = await catalogueWithJourneys(context);
    const count = { error: 0, warning: 0 };
    const tell = (folder: string, diagnostic: Diagnostic): void => {
      count[diagnostic.severity]++;
      printAt(context, folder, diagnostic);
    };
    for (const fault of new Set([...(catalogue.broken?.values() ?? [])].flat()))
      tell(context.contracts, fault);
    if (fix) {
      for (const folder of await readFolders(journeys, journey)) {
        print(context.output, ...(await fixJourney(journeys, folder, catalogue)));
      }
    }
    const checked = await (threads?.check(catalogue) ?? checkHere(journeys, ids, catalogue));
    for (const id of ids) {
      for (const diagnostic of checked.get(id) ?? []) tell(join(journeys, id), diagnostic);
    }
    const what = ids.length === 1 ? ids[0] : `${ids.length} journeys`;
    print(
      context.output,
      `${what} checked: ${plural(count.error, 'error')}, ${plural(count.warning, 'warning')}.`,
    );
    if (count.error === 0) return 0;
    if (journey !== undefined && !fix) await tellWhatCanBeMade(journey, context, catalogue);
    return 1;
  } finally {
    await threads?.end();
  }
}

/** So that what is only missing is not written by hand. */
async function tellWhatCanBeMade(
  journey: string,
  { journeys, output }: CommandContext,
  catalogue: ServiceCatalogue,
): Promise<void> {
  const { made } = makeMissing(await readJourneyFolder(join(journeys, journey)), catalogue);
  if (made.length === 0) return;
  const makes = `npm run journey -- check ${journey} --fix`;
  print(output, `${plural(made.length, 'thing')} that it names can be made: ${makes}`);
}

async function checkHere(
  journeys: string,
  ids: readonly string[],
  catalogue: ServiceCatalogue,
): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const found = new Map<string, readonly Diagnostic[]>();
  for (const id of ids) {
    const files = await readJourneyFolder(join(journeys, id));
    found.set(id, checkWhole(id, files, catalogue).diagnostics);
  }
  return found;
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
