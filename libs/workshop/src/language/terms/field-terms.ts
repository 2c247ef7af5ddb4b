import { describeType, type ValueType } from '#journey';
import { type Term, type TermPlace } from '../term.js';

/** The fields of an object, those that must be there first. */
export function fieldTerms(
  type: ValueType | undefined,
  categories: Readonly<Record<string, string>> = {},
  place?: TermPlace,
): Term[] {
  if (type?.kind !== 'object') return [];
  const terms = Object.entries(type.fields).map(([name, field]): Term => {
    const words = describeType(field.type);
    const category = Object.hasOwn(categories, name) ? categories[name] : undefined;
    return {
      name,
      kind: 'field',
      detail: field.optional ? `${words}, may be left out` : words,
      about: () => `**${name}**: ${words}${category ? `\n\nData of the kind ${category}.` : ''}`,
      declared: () => place,
      seldom: field.optional,
    };
  });
  return terms.sort((one, other) => Number(one.seldom) - Number(other.seldom));
}
