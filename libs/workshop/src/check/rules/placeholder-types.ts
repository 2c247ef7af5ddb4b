import {
  describeType,
  didYouMean,
  isPlaceholderType,
  PLACEHOLDER_TYPES,
  type PlaceholderType,
  type ValueType,
} from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Finding } from '../finding.js';
import { type Rule } from '../rule.js';
import { missingType, type PlaceholderUse, placeholderUses, typesGiven } from '../texts/placeholder-uses.js';

/** Machine formats read by people: `2026-12-24`, `P4W`, `true`. */
export const untypedPlaceholder: Rule = {
  code: 'untyped-placeholder',
  title: 'a {placeholder} for a date, a period, a person, an address, or true or false says so',
  severity: 'error',
  *find(context) {
    yield* once(context, use => {
      const type = missingType(use, context);
      const { name } = use.placeholder;
      return (
        type && {
          message: `{${name}} is ${WORDS[type]}, and nothing says so: it would not be read as one.`,
          remedy: `Write {${name}, ${type}}, or let check --fix write it.`,
        }
      );
    });
  },
};

export const unfitPlaceholder: Rule = {
  code: 'unfit-placeholder',
  title: 'the type of a {placeholder} is one there is, and fits its value',
  severity: 'error',
  *find(context) {
    yield* once(context, use => {
      const { name, type } = use.placeholder;
      if (type === undefined) return undefined;
      if (!isPlaceholderType(type)) {
        return {
          message: `A {placeholder} of the type ${type} is none that there is.`,
          remedy: didYouMean(type, PLACEHOLDER_TYPES, `Write one of ${PLACEHOLDER_TYPES.join(', ')}.`),
        };
      }
      const other = typesGiven(use, context).find(given => !fits(given, type));
      return (
        other && {
          message: `{${name}, ${type}} is to be ${WORDS[type]}, and is given ${describeType(other)}.`,
          remedy: `Give it ${WORDS[type]}, or write {${name}} with a type that fits.`,
        }
      );
    });
  },
};

function* once(
  context: CheckContext,
  told: (use: PlaceholderUse) => Pick<Finding, 'message' | 'remedy'> | undefined,
): Generator<Finding> {
  const seen = new Set<string>();
  for (const use of placeholderUses(context)) {
    const { place } = use.text;
    const offset = use.placeholder.start;
    const key = JSON.stringify([place.source.file, place.path, offset]);
    const said = seen.has(key) ? undefined : told(use);
    if (!said) continue;
    seen.add(key);
    yield { place, offset, ...said };
  }
}

const WORDS: Readonly<Record<PlaceholderType, string>> = {
  date: 'a date',
  period: 'a period',
  years: 'a number of years',
  months: 'a number of months',
  weeks: 'a number of weeks',
  days: 'a number of days',
  hours: 'a number of hours',
  money: 'an amount',
  person: 'a person',
  address: 'an address',
  reference: 'a reference',
  yesNo: 'true or false',
};

const NUMBER = ['int', 'double'] as const;

const FITTING: Readonly<Record<PlaceholderType, readonly ValueType['kind'][]>> = {
  date: ['date', 'timestamp'],
  period: ['period'],
  years: NUMBER,
  months: NUMBER,
  weeks: NUMBER,
  days: NUMBER,
  hours: NUMBER,
  money: NUMBER,
  person: ['person'],
  address: ['string', 'object'],
  reference: ['string', 'int'],
  yesNo: ['bool'],
};

function fits(given: ValueType, type: PlaceholderType): boolean {
  if (given.kind === 'list') return fits(given.of, type);
  return given.kind === 'dyn' || FITTING[type].includes(given.kind);
}
