import { type Definition, type ParameterDefinition, type ParameterValue } from '#journey';
import { compareVersions, type VersionChange } from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print, UsageError } from '../command-context.js';
import { readFolders, versionOf } from '../journey-folders.js';

/** `diff <journey> <version> <version>`: what the later law changes, part by part, and which numbers change with it. */
export async function diffCommand({ journey, more }: CommandLine, context: CommandContext): Promise<number> {
  const [folder] = await readFolders(context.journeys, journey);
  if (!folder) throw new UsageError('Say which journey.');
  const [before, after] = more.map(version => versionOf(folder, version));
  if (!before || !after) throw new UsageError('Say which two versions to compare.');
  const changes = [...compareVersions(before, after).map(changeLines), ...numberLines(before, after)];
  print(
    context.output,
    ...changes.flat(),
    `${folder.id}: ${changes.length} ${changes.length === 1 ? 'change' : 'changes'} from ${before.effective} to ${after.effective}.`,
  );
  return 0;
}

function changeLines({ part, before, after }: VersionChange): string[] {
  if (before === undefined) return [`new      ${part}: ${after}`];
  if (after === undefined) return [`gone     ${part}: ${before}`];
  return [`changed  ${part}`, `           was ${before}`, `           is  ${after}`];
}

/** Values of the law that are another on the day of the later version; they hold for journeys under way too. */
function numberLines(before: Definition, after: Definition): string[][] {
  return Object.entries(after.parameters).flatMap(([name, parameter]) => {
    const [was, is] = [valueOn(parameter, before.effective), valueOn(parameter, after.effective)];
    if (was === is || !is) return [];
    return [
      [
        `changed  parameter ${name} (for journeys under way too)`,
        `           was ${was ? `${String(was.value)} (${was.source})` : 'not in force'}`,
        `           is  ${String(is.value)} (${is.source})`,
      ],
    ];
  });
}

function valueOn({ values }: ParameterDefinition, day: string): ParameterValue | undefined {
  return values.find(({ from, until }) => from <= day && (until === undefined || day <= until));
}
