import { writeFile } from 'node:fs/promises';
import { dirname, join, parse, relative } from 'node:path';
import { dateAt } from '#calendar';
import { type Definition, everyState } from '#journey';
import {
  branchOf,
  differenceOf,
  type Drawing,
  type DrawingRequest,
  drawMermaid,
  drawSvg,
  findPath,
  foldsOf,
  overviewOf,
  PlayError,
  toDrawing,
} from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print, UsageError } from '../command-context.js';
import { catalogueWithJourneys, type NamedFolder, readFolders, versionOf } from '../journey-folders.js';
import { playedScenario } from '../played-scenario.js';

/** A drawing and the file it goes into; without a file it goes to the terminal. */
interface Picture {
  readonly drawing: Drawing;
  readonly file?: string;
}

/**
 * `draw <journey> [branch]`: the picture, in a file or at the terminal. One that is too large to read is drawn as an
 * overview, with a file for each branch beside it.
 */
export async function drawCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const [folder] = await readFolders(context.journeys, line.journey);
  if (!folder) throw new UsageError('Say which journey to draw.');
  const played = line.scenario === undefined ? undefined : playedScenario(folder, line.scenario, context);
  const [before, after] = line.versions?.map(version => versionOf(folder, version)) ?? [];
  if (before && (played || line.version !== undefined)) {
    throw new UsageError('Draw either what changes between --versions, or one version.');
  }
  const definition = after ?? played?.definition ?? versionOf(folder, line.version);
  const today = dateAt(context.now());
  const catalogue = await catalogueWithJourneys(context);
  const drawn = (version: Definition): Drawing =>
    toDrawing({
      definition: version,
      catalogue,
      language: line.language,
      day: today > version.effective ? today : version.effective,
      link: linker(folder, line, context),
      ...(played && { walk: played.result }),
    });
  const drawing = before
    ? differenceOf({ definition: before, drawing: drawn(before) }, { definition, drawing: drawn(definition) })
    : drawn(definition);
  const format = line.format ?? (line.out?.endsWith('.svg') ? 'svg' : 'mermaid');
  for (const { drawing: each, file } of picturesOf(drawing, definition, line)) {
    const picture = format === 'svg' ? await drawSvg(each) : drawMermaid(each);
    if (file === undefined) context.output.write(picture);
    else {
      await write(file, picture);
      print(context.output, `${each.title} is drawn in ${file}.`);
    }
  }
  return 0;
}

function picturesOf(
  drawing: Drawing,
  definition: Definition,
  { more: [branch], all, out }: CommandLine,
): Picture[] {
  const file = out === undefined ? {} : { file: out };
  if (branch !== undefined) return [{ drawing: branchOf(drawing, branchPath(branch, definition)), ...file }];
  const folds = all ? [] : foldsOf(drawing);
  if (folds.length === 0) return [{ drawing, ...file }];
  if (out === undefined) return [{ drawing: overviewOf(drawing, folds) }];
  const { dir, name, ext } = parse(out);
  const fileOf = (path: string): string => `${name}.${path}${ext}`;
  return [
    { drawing: overviewOf(drawing, folds, fileOf), file: out },
    ...folds.map(path => ({ drawing: branchOf(drawing, path), file: join(dir, fileOf(path)) })),
  ];
}

function branchPath(name: string, { machine }: Definition): string {
  try {
    return findPath(
      name,
      everyState(machine)
        .map(({ path }) => path)
        .filter(Boolean),
      'state',
    );
  } catch (error) {
    throw error instanceof PlayError ? new UsageError(error.message) : error;
  }
}

/** Addresses of lines: by default relative to the picture, so that a viewer beside the journeys can follow them. */
function linker(
  folder: NamedFolder,
  { link, out }: CommandLine,
  { journeys }: CommandContext,
): NonNullable<DrawingRequest['link']> {
  const home = relative(dirname(out ?? '.'), join(journeys, folder.id)).replaceAll('\\', '/');
  const template = link ?? '{path}#L{line}';
  return (file, line) => {
    const filled = template.replaceAll('{line}', String(line));
    if (filled.includes('{file}')) return filled.replaceAll('{file}', file);
    return filled.includes('{path}')
      ? filled.replaceAll('{path}', `${home}/${file}`)
      : `${filled.replace(/\/$/, '')}/${file}#L${line}`;
  };
}

async function write(file: string, picture: string): Promise<void> {
  try {
    await writeFile(file, picture);
  } catch (error) {
    throw new UsageError(
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
