import { type Telling } from '#journey';
import { type Tiding } from '../ports.js';
import { fieldAt } from './text-at.js';

/** The field that says about whom a request or a report is, unless the telling names others. */
const SUBJECT = 'person';

/** Whose a benefit, a payment or an appointment is, by the fields that the contract names: one person each, or a list. */
export function partiesOf(
  { of = [SUBJECT] }: Telling,
  { asked, data }: Tiding,
): readonly (readonly string[])[] {
  return of.map(name =>
    [fieldAt(asked?.input ?? data, name)]
      .flat()
      .filter((person): person is string => typeof person === 'string'),
  );
}
