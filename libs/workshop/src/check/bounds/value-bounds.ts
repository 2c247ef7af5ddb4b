import { type Diagnostic, placeWords, type Source } from '#journey';
import { kindOf } from '../shape/schemas.js';
import { everyValue } from './every-value.js';
import { MOST } from './most.js';
import { inDigits, tooLarge } from './too-large.js';

/** Limits on the number of values in a file and on the length of its texts. */
export function valueBounds(source: Source): Diagnostic[] {
  const kind = kindOf(source.file);
  const most = kind === 'form' ? MOST.formValues : MOST.values;
  const found: Diagnostic[] = [];
  let count = 0;
  for (const { value, path } of everyValue(source.value)) {
    count += 1;
    if (count > most) {
      const message = `${source.file} has more than ${inDigits(most)} values.`;
      const remedy =
        kind === 'form'
          ? 'Ask in several forms.'
          : 'End it here, or make two journeys of it; write out aliases.';
      return [tooLarge(source.file, source.positionOf(path), message, remedy)];
    }
    if (kind === 'definition' && typeof value === 'string' && value.length > MOST.inText) {
      const message = `${placeWords(path)} has more than ${inDigits(MOST.inText)} characters.`;
      const remedy = 'Make several conditions, delays or actions of it, each with a name.';
      found.push(tooLarge(source.file, source.positionOf(path), message, remedy));
    }
  }
  return found;
}
