import { type Json } from '#schema';
import { type FieldOption } from './asked-field.js';

/** Codes of the options that have one of the values. */
export function chosenCodes(
  options: readonly FieldOption[],
  values: readonly (Json | undefined)[],
): readonly string[] {
  const given = new Set(values.map(value => JSON.stringify(value)));
  return options.filter(({ value }) => given.has(JSON.stringify(value))).map(({ code }) => code);
}

/** The values that are none of an option's: what was typed. */
export function typedValues(
  options: readonly FieldOption[],
  values: readonly (Json | undefined)[],
): readonly string[] {
  const known = new Set(options.map(({ value }) => JSON.stringify(value)));
  return values.flatMap(value =>
    value === undefined || known.has(JSON.stringify(value)) ? [] : [String(value)],
  );
}
