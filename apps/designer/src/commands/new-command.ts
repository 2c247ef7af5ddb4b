import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { dateAt, isIsoDate } from '#calendar';
import { type JourneyFiles } from '#journey';
import { nextVersion, skeleton } from '#workshop';
import { type CommandLine } from '../command-line.js';
import { type CommandContext, print, UsageError } from '../command-context.js';
import { idsIn, readFolders, versionOf } from '../journey-folders.js';
import { shownPath } from '../shown-path.js';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Scaffolding, `new <id> [--from day]`: the folder of a journey that checks, plays and draws at once; or of a journey that
 * is there, one more version, which begins as a copy of the law before it.
 */
export async function newCommand(
  { journey: id = '', from }: CommandLine,
  context: CommandContext,
): Promise<number> {
  if (!ID.test(id)) {
    throw new UsageError(
      `${id} is no name for a journey; write small letters and hyphens, as in getting-married.`,
    );
  }
  if (from !== undefined && !isIsoDate(from)) {
    throw new UsageError(`--from is a day such as 2027-01-01, not ${from}.`);
  }
  const ids = await idsIn(context.journeys);
  if (!ids.includes(id)) return newJourney(id, from ?? dateAt(context.now()), context);
  if (from === undefined) {
    throw new UsageError(
      `There is a journey ${id} already; choose another name, or make a new version of it with --from 2027-01-01.`,
    );
  }
  return newVersion(id, from, context);
}

async function newJourney(
  id: string,
  effective: string,
  { journeys, output }: CommandContext,
): Promise<number> {
  const folder = join(journeys, id);
  const schemas = relative(folder, resolve('libs/workshop/schema')).split(sep).join('/');
  const files = skeleton({ id, effective, schemas });
  await writeWhole(folder, files);
  print(
    output,
    ...Object.keys(files).map(file => `made  ${shownPath(join(folder, file))}`),
    `${id} is ready: npm run journey -- check ${id}`,
  );
  return 0;
}

async function newVersion(id: string, from: string, context: CommandContext): Promise<number> {
  const [folder] = await readFolders(context.journeys, id);
  if (!folder) throw new UsageError(`There is no journey ${id}.`);
  if (folder.definitions.some(({ effective }) => effective === from)) {
    throw new UsageError(`${id} has a version of ${from} already; give --from another day.`);
  }
  const before = versionOf(folder, undefined, from);
  const file = join(context.journeys, id, `${from}.yaml`);
  await writeFile(file, nextVersion(before.sources.main, from), { flag: 'wx' });
  print(
    context.output,
    `made  ${shownPath(file)}, a copy of the version of ${before.effective}`,
    `Change what the new law changes; scenarios without version are played on both.`,
  );
  return 0;
}

/** Writes a folder beside its place and moves it there, so that there is all of it or nothing. */
async function writeWhole(folder: string, files: JourneyFiles): Promise<void> {
  const draft = join(dirname(folder), `.${basename(folder)}-${process.pid}`);
  await mkdir(draft);
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(draft, file)), { recursive: true });
      await writeFile(join(draft, file), text);
    }
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}
