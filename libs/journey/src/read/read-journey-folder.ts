import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type JourneyFiles } from './read-journey.js';

/** Beside the folders of journeys: the parts that all of them share. */
export const SHARED_PARTS = 'parts';

/** Ids of the journeys in a folder that has a folder for each, sorted. Rejects when it cannot be read. */
export async function journeyIds(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== SHARED_PARTS)
    .map(({ name }) => name)
    .sort();
}

/**
 * Reads the text of every `.yaml` file under a journey's folder, and of the parts that journeys share; other files and dotfiles are left
 * alone. Rejects when the folder cannot be read.
 */
export async function readJourneyFolder(folder: string): Promise<JourneyFiles> {
  const shared = await filesIn(join(folder, '..', SHARED_PARTS), folder).catch(noneIfAbsent);
  return { ...(await filesIn(folder, folder)), ...shared };
}

function noneIfAbsent(error: NodeJS.ErrnoException): JourneyFiles {
  if (error.code === 'ENOENT') return {};
  throw error;
}

async function filesIn(start: string, folder: string): Promise<JourneyFiles> {
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name) && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')));
  return Object.fromEntries(
    paths.map((path, index) => [relative(folder, path).split(sep).join('/'), texts[index] ?? '']),
  );
}
