import { relative } from 'node:path';

/** A path as a terminal follows it: from the working directory for what is in it, else from the root. */
export function shownPath(path: string): string {
  const from = relative(process.cwd(), path);
  return from.startsWith('..') ? path : from || '.';
}
