import { type SourcePath } from './source.js';

/**
 * A place in a file in the words of those who write it: of a machine the state by its dotted name, of a scenario the step
 * by its number, and what is meant in it (`always of underWay.doctor`); elsewhere the keys that lead there.
 */
export function placeWords(path: SourcePath): string {
  const [first, index] = path;
  if (first === 'steps' && typeof index === 'number') return within(`step ${index + 1}`, path.slice(2));
  if (first !== 'machine') return inWords(path);
  const states: string[] = [];
  let depth = 1;
  for (; path[depth] === 'states' && path[depth + 1] !== undefined; depth += 2) {
    states.push(String(path[depth + 1]));
  }
  return within(
    states.join('.') || 'the machine',
    path.slice(depth).filter(step => step !== 'params'),
  );
}

function within(whole: string, part: SourcePath): string {
  return part.length > 0 ? `${inWords(part)} of ${whole}` : whole;
}

function inWords(path: SourcePath): string {
  return path.map(step => (typeof step === 'number' ? `no. ${step + 1}` : step)).join(' → ');
}
