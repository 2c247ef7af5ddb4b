import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type JourneyFiles } from './read-journey.js';

/**
 * Reads the text of every `.yaml` file under a journey's folder; other files and dotfiles are left alone.
 * Rejects when the folder cannot be read.
 */
export async function readJourneyFolder(folder: string): Promise<JourneyFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name) && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')));
  return Object.fromEntries(
    paths.map((path, index) => [relative(folder, path).split(sep).join('/'), texts[index] ?? '']),
  );
}
