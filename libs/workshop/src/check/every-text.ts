import { type Source } from '#journey';
import { everyValue } from './bounds/every-value.js';

/** One text of `texts/<language>.yaml`: where it stands, and what it says. */
export interface WrittenText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Every text of a file that a citizen reads, in the order of the file; what `fixed` lists is none of them. */
export function everyText(source: Source): WrittenText[] {
  return [...everyValue(source.value)].flatMap(({ value, path }) =>
    typeof value === 'string' && path[0] !== 'fixed' ? [{ path, text: value }] : [],
  );
}
