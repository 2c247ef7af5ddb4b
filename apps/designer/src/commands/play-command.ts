import { isIsoDate, startOfDay, dateAt, instantAfter } from '#calendar';
import { compileJourney, MUNICIPALITIES } from '#journey';
import { type Instant } from '#statechart';
import { playJourney, soundDefinition, Walk } from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print, UsageError } from '../command-context.js';
import {
  catalogueWithJourneys,
  type NamedFolder,
  ofVersion,
  readFolders,
  versionOf,
} from '../journey-folders.js';
import { narrate } from '../play/narrate.js';
import { playAtTerminal } from '../play/play-at-terminal.js';
import { scenarioKeeper } from '../play/scenario-keeper.js';
import { scenarioNamed } from '../played-scenario.js';
import { printDiagnostic } from './check-command.js';

/** `play <journey> [scenario]`: tells a scenario step by step, or lets the designer play. */
export async function playCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const [folder] = await readFolders(context.journeys, line.journey);
  if (!folder) throw new UsageError('Say which journey to play.');
  const [scenario] = line.more;
  const catalogue = await catalogueWithJourneys(context);
  if (scenario !== undefined)
    return tellScenario(folder, scenario, line, { ...context, catalogue: () => catalogue });
  const start = startOf(line, context);
  const definition = versionOf(folder, line.version, dateAt(start));
  const journey = compileJourney(soundDefinition(definition, catalogue), { trace: true });
  const walk = new Walk({
    journey,
    start,
    applicant: line.applicant,
    ...(line.place !== undefined && { place: placeOf(line.place) }),
  });
  const keep = scenarioKeeper({ folder, definition, catalogue, journeys: context.journeys });
  await playAtTerminal(walk, { journey, language: line.language }, context, keep);
  return walk.player.status === 'failed' ? 1 : 0;
}

function tellScenario(folder: NamedFolder, name: string, line: CommandLine, context: CommandContext): number {
  const source = scenarioNamed(folder, name);
  const catalogue = context.catalogue();
  const played = playJourney({ ...folder, scenarios: [source] }, catalogue);
  const { diagnostics } = played;
  const results = ofVersion(played.results, folder, line.version);
  for (const diagnostic of diagnostics) printDiagnostic(context, folder.id, diagnostic);
  for (const { scenario, definition, happenings, failures } of results) {
    print(
      context.output,
      results.length > 1 ? `${scenario.name} (${definition.effective})` : scenario.name,
      '',
    );
    const journey = compileJourney(soundDefinition(definition, catalogue));
    const wording = { journey, language: line.language };
    for (const happening of happenings) print(context.output, narrate(happening, wording));
    print(context.output, '');
    for (const failure of failures) printDiagnostic(context, folder.id, failure);
    print(context.output, failures.length === 0 ? 'The scenario holds.' : 'The scenario fails.');
  }
  return diagnostics.length > 0 || results.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

/** @throws UsageError when no municipality has the code */
function placeOf(code: string): string {
  if (MUNICIPALITIES.has(code)) return code;
  throw new UsageError(`--place is the code of a municipality such as 0101, not ${code}.`);
}

/** When play begins: the day asked for, at 10 o'clock, or this minute. */
function startOf({ start }: CommandLine, { now }: CommandContext): Instant {
  if (start === undefined) return Math.floor(now() / 60_000) * 60_000;
  if (!isIsoDate(start)) throw new UsageError(`--start is a day such as 2025-03-01, not ${start}.`);
  return instantAfter(startOfDay(start), 'PT10H');
}
