import { isIsoDate, isPeriod } from '#calendar';
import { type Json } from '#statechart';
import { type Overlay, type ParameterDefinition, type ParameterValue } from '../definition.js';
import { mergeTypes } from './merge-types.js';
import { DYN, type FieldType, STRING, type ValueType } from './value-type.js';

/** The type of `parameters`: every parameter is a field; none is optional, since the check asks for no gaps. */
export function parametersType(
  parameters: Readonly<Record<string, ParameterDefinition>>,
): ValueType & { kind: 'object' } {
  const fields: Record<string, FieldType> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const types = parameter.values.map(({ value }) => parameterType(value));
    fields[name] = { type: types.length > 0 ? types.reduce(mergeTypes) : DYN, optional: false };
  }
  return { kind: 'object', fields };
}

/** A date or a period when the text is one; else what JSON says. */
export function parameterType(value: Json): ValueType {
  switch (typeof value) {
    case 'boolean':
      return { kind: 'bool' };
    case 'number':
      return { kind: Number.isInteger(value) ? 'int' : 'double' };
    case 'string':
      return textType(value);
    default:
      return DYN;
  }
}

function textType(text: string): ValueType {
  if (text.startsWith('P') && isPeriod(text)) return { kind: 'period' };
  return /^\d/.test(text) && isIsoDate(text) ? { kind: 'date' } : STRING;
}

/**
 * The values in force; a parameter without one on its date is absent.
 *
 * @param today `YYYY-MM-DD`, for parameters that follow the day
 * @param begun the day the journey began, for those that follow the start
 * @param overlay the values of a municipality, which come before those of the whole country
 */
export function parametersInForce(
  parameters: Readonly<Record<string, ParameterDefinition>>,
  today: string,
  begun: string,
  overlay: Overlay = {},
): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { values, follows }]) => {
      const date = follows === 'start' ? begun : today;
      const isInForce = ({ from, until }: ParameterValue): boolean =>
        from <= date && (until === undefined || date <= until);
      const inForce = overlay[name]?.find(isInForce) ?? values.find(isInForce);
      return inForce ? [[name, inForce.value]] : [];
    }),
  );
}
