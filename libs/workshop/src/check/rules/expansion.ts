import { type ExpansionFault } from '#journey';
import { type Rule } from '../rule.js';

const TITLES: Readonly<Record<ExpansionFault['code'], string>> = {
  'unknown-part': 'a part that is used is there',
  'part-argument': 'a part is given what it takes, and nothing else',
  'part-in-itself': 'a part does not lead back to itself',
  'part-overridden': 'what stands beside a part adds to it and changes nothing in it',
};

/** Faults that kept parts from being put where they are used. */
export const EXPANSION_RULES: readonly Rule[] = Object.entries(TITLES).map(([code, title]) => ({
  code,
  title,
  severity: 'error',
  *find({ definition: { expansion } }) {
    // A part that is used several times is told once.
    yield* new Map(
      expansion.faults
        .filter(fault => fault.code === code)
        .map(fault => [`${fault.place.source.file} ${fault.place.path.join('.')} ${fault.message}`, fault]),
    ).values();
  },
}));
