import { type SourcePath } from '#journey';

/**
 * A place in a file in the words of those who write it: of a machine the state by its dotted name, and what is meant in
 * it (`always of underWay.doctor`); elsewhere the keys that lead there, with the members of lists counted from one.
 */
export function placeWords(path: SourcePath): string {
  if (path[0] !== 'machine') return inWords(path);
  const states: string[] = [];
  let depth = 1;
  for (; path[depth] === 'states' && path[depth + 1] !== undefined; depth += 2) {
    states.push(String(path[depth + 1]));
  }
  const state = states.join('.') || 'the machine';
  const rest = inWords(path.slice(depth).filter(step => step !== 'params'));
  return rest === '' ? state : `${rest} of ${state}`;
}

function inWords(path: SourcePath): string {
  return path.map(step => (typeof step === 'number' ? `no. ${step + 1}` : step)).join(' → ');
}
