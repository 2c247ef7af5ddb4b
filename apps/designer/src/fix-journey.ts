import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readSource, type ServiceCatalogue } from '#journey';
import { makeMissing } from '#workshop';
import { type NamedFolder } from './journey-folders.js';
import { prettyYaml } from './pretty-yaml.js';
import { shownPath } from './shown-path.js';

/**
 * Automatic repair of a journey's folder: what is missing is made, and every file is formatted. Twice does no more.
 *
 * @returns a line for each thing that was made or formatted
 */
export async function fixJourney(
  journeys: string,
  { id, files: before }: NamedFolder,
  catalogue: ServiceCatalogue,
): Promise<string[]> {
  const { files: written, made } = makeMissing(before, catalogue);
  const folder = join(journeys, id);
  const shown = (file: string): string => shownPath(join(folder, file));
  const files: Record<string, string> = {};
  for (const [file, text] of Object.entries(written)) {
    const pretty = await prettyYaml(join(folder, file), text);
    files[file] = pretty;
    if (pretty === before[file]) continue;
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), pretty);
  }
  const sources = new Map(Object.entries(files).map(([file, text]) => [file, readSource(file, text)]));
  const touched = new Set(made.map(({ file }) => file));
  return [
    ...made.map(({ file, path, what }) => {
      const { line = 1, column = 1 } = sources.get(file)?.positionOf(path, { key: true }) ?? {};
      return `made       ${shown(file)}:${line}:${column}  ${what}`;
    }),
    ...Object.keys(files).flatMap(file =>
      files[file] !== before[file] && !touched.has(file) ? [`formatted  ${shown(file)}`] : [],
    ),
  ];
}
