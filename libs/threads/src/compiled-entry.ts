import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Path of the compiled entry of a thread. Only what is compiled can be run by Node itself: sources, as tests run them, take the entry
 * from `dist/` too.
 *
 * @param from `import.meta.url` of who starts the thread
 * @param entry relative to it, e.g. `./check-thread.js`
 */
export function compiledEntry(from: string, entry: string): string {
  const path = fileURLToPath(new URL(entry, from));
  if (!from.endsWith('.ts')) return path;
  const top = fileURLToPath(new URL('../../../', import.meta.url));
  return join(top, 'dist', relative(top, path));
}
