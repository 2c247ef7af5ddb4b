import { type Facts } from './facts.js';

/**
 * Taint marks: what can be certain of the persons in a name or path besides that it is there. A mark stands among the
 * certain paths of {@link Facts}, so that it is kept where ways meet only if all of them bring it, and goes with its name.
 */
export const Mark = {
  /** Nobody in it is a stranger. */
  vouched: '!',
  /** It was made from what participants have named last, or holds nobody. */
  current: '~',
} as const;
export type Mark = (typeof Mark)[keyof typeof Mark];

export const MARKS: readonly Mark[] = Object.values(Mark);

export function isMarked({ must }: Pick<Facts, 'must'>, name: string, mark: Mark): boolean {
  return must.has(`${name}.${mark}`);
}

/** With a mark on each name or path. */
export function marked({ must, may }: Facts, names: Iterable<string>, mark: Mark): Facts {
  return { must: must.with(Array.from(names, name => `${name}.${mark}`)), may };
}

/** Without the marks of names and of all that is in them. */
export function unmarked({ must, may }: Facts, names: Iterable<string>, marks: readonly Mark[]): Facts {
  return { must: must.difference(must.table.marksUnder(names, marks)), may };
}
