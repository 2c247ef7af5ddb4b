import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Above the libraries; compiled, they lie in `dist`. */
const PACKAGE = import.meta.url.endsWith('.ts') ? '../../../package.json' : '../../../../package.json';

/** Schemas are code as well. */
const CODE = /\.(ts|js|json)$/;
const NOT_RUN = /\.(spec|d)\.ts$/;

const digests = new Map<string, Buffer>();

/**
 * *Content addressing* of code: SHA-256, begun with the code of these libraries as it lies on disk and the packages that they use by their
 * versions. What is kept by such a digest is never taken for what other code would have made. A process reads each library once.
 *
 * @param libs names of folders in `libs`
 */
export function codeDigest(libs: readonly string[]): Hash {
  const hash = createHash('sha256').update(readFileSync(packageFile()));
  for (const lib of libs) hash.update(digestOf(lib));
  return hash;
}

/** The file that names the packages. */
export function packageFile(): string {
  return fileURLToPath(new URL(PACKAGE, import.meta.url));
}

function digestOf(lib: string): Buffer {
  let digest = digests.get(lib);
  if (!digest) {
    const folder = fileURLToPath(new URL(`../../${lib}/`, import.meta.url));
    const hash = createHash('sha256').update(lib);
    for (const file of codeIn(folder)) hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
    digest = hash.digest();
    digests.set(lib, digest);
  }
  return digest;
}

function codeIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && CODE.test(entry.name) && !NOT_RUN.test(entry.name))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}
