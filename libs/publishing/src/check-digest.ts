import { createHash } from 'node:crypto';
import { catalogueData, codeDigest, type JourneyFiles, type ServiceCatalogue } from '#journey';

/** The libraries whose code decides what is sound. */
const OF_THE_CHECK = ['calendar', 'schema', 'statechart', 'journey', 'workshop', 'publishing'];

/** SHA-256, in hex, of the files of a journey's folder as they are written. */
export type FilesDigest = (files: JourneyFiles) => string;

/**
 * *Content addressing* of a check: a digest of everything that it depends on but for other journeys, namely its own code, the
 * packages that it uses by their versions, the contracts and the files.
 */
export function checkDigest(catalogue: ServiceCatalogue): FilesDigest {
  const begun = codeDigest(OF_THE_CHECK)
    .update(JSON.stringify(catalogueData(catalogue)))
    .digest();
  return files => {
    const sorted = Object.keys(files)
      .sort()
      .map(path => [path, files[path]]);
    return createHash('sha256').update(begun).update(JSON.stringify(sorted)).digest('hex');
  };
}
