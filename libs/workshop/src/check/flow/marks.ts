import { type Facts } from './facts.js';

/**
 * What can be certain of the persons in a name or path besides that it is there. A mark stands among the certain paths of
 * {@link Facts}, so that it is kept where ways meet only if all of them bring it, and goes with its name.
 */
export const Mark = {
  /** Nobody in it is a stranger. */
  vouched: '!',
  /** It was made from what participants have named last, or holds nobody. */
  current: '~',
} as const;
export type Mark = (typeof Mark)[keyof typeof Mark];

export function isMarked({ must }: Pick<Facts, 'must'>, name: string, mark: Mark): boolean {
  return must.has(`${name}.${mark}`);
}

export function marked({ must, may }: Facts, names: Iterable<string>, mark: Mark): Facts {
  return { must: new Set([...must, ...[...names].map(name => `${name}.${mark}`)]), may };
}

/** Without the marks of names and of all that is in them. */
export function unmarked(facts: Facts, names: Iterable<string>, marks: readonly Mark[]): Facts {
  const gone = new Set(names);
  if (gone.size === 0) return facts;
  const isGone = (path: string): boolean =>
    marks.some(mark => path.endsWith(`.${mark}`)) && gone.has(path.split('.')[0] as string);
  return { must: new Set([...facts.must].filter(path => !isGone(path))), may: facts.may };
}
