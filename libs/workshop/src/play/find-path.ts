import { didYouMean } from '#journey';
import { pathEnds } from '../path-ends.js';
import { PlayError } from './play-error.js';

/**
 * Suffix search: a path by its whole or by its end: `offered` for `underWay.housingBenefit.offered`.
 * @throws PlayError when nothing or more than one thing is called so
 */
export function findPath(name: string, paths: Iterable<string>, what: string): string {
  const all = [...paths];
  if (all.includes(name)) return name;
  const found = all.filter(path => path.endsWith(`.${name}`));
  if (found.length === 1) return found[0] as string;
  if (found.length > 1) throw new PlayError(`${name} may be ${found.join(' or ')}; write more of the path.`);
  const known = new Set(all.flatMap(pathEnds));
  throw new PlayError(
    `There is no ${what} ${name}. ${didYouMean(name, known, 'Use one that the journey has.')}`,
  );
}
