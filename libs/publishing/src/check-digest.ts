import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueData, type JourneyFiles, type ServiceCatalogue } from '#journey';

/** The libraries whose code decides what is sound. */
const OF_THE_CHECK = ['calendar', 'schema', 'statechart', 'journey', 'workshop', 'publishing'];

/** Above the libraries; compiled, they lie in `dist`. */
const PACKAGE = import.meta.url.endsWith('.ts') ? '../../../package.json' : '../../../../package.json';

/** SHA-256, in hex, of the files of a journey's folder as they are written. */
export type FilesDigest = (files: JourneyFiles) => string;

/**
 * *Content addressing* of a check: a digest of everything that it depends on but for other journeys, namely its own code, the
 * packages that it uses by their versions, the contracts and the files.
 */
export function checkDigest(catalogue: ServiceCatalogue): FilesDigest {
  const check = createHash('sha256').update(JSON.stringify(catalogueData(catalogue)));
  check.update(readFileSync(new URL(PACKAGE, import.meta.url)));
  for (const lib of OF_THE_CHECK) {
    const folder = fileURLToPath(new URL(`../../${lib}/`, import.meta.url));
    for (const path of filesBelow(folder))
      check.update(`${lib}/${path}\0`).update(readFileSync(join(folder, path)));
  }
  const begun = check.digest();
  return files => {
    const sorted = Object.keys(files)
      .sort()
      .map(path => [path, files[path]]);
    return createHash('sha256').update(begun).update(JSON.stringify(sorted)).digest('hex');
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length))
    .sort();
}
