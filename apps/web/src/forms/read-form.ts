import { type Json, type JsonObject } from '#schema';
import { type Posted } from '../http/posted.js';
import { type FieldOption, type AskedField } from './asked-field.js';

/**
 * *Form binding*: what was typed, as data. What cannot be made what it should be stays as it was typed: the API says what would be
 * right. A document is none of this: it is attached, and named by its id.
 */
export function readForm(fields: readonly AskedField[], posted: Posted): JsonObject {
  return Object.fromEntries(
    fields.flatMap(field => {
      const value = field.readOnly ? undefined : valueOf(field, posted);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function valueOf(field: AskedField, posted: Posted): Json | undefined {
  const { name } = field;
  const text = posted.text(name);
  switch (field.kind) {
    case 'text':
      return text === '' ? undefined : text;
    case 'number':
      return text === '' ? undefined : numberOf(text);
    case 'date':
      return dateOf(posted, name);
    case 'yesNo':
      return text === '' ? undefined : text === 'true';
    case 'tick':
      return text === '' ? undefined : true;
    case 'choice':
      return chosen(field.options, [text])[0];
    case 'choices':
      return listIfAny(chosen(field.options, posted.texts(name)), field.required);
    case 'person': {
      const typed = posted.text(otherName(name));
      return chosen(field.known, [text])[0] ?? (typed === '' ? undefined : typed);
    }
    case 'lines': {
      const typed = posted.texts(otherName(name)).flatMap(line => (line.trim() === '' ? [] : [line.trim()]));
      return listIfAny([...chosen(field.known, posted.texts(name)), ...typed], field.required);
    }
    default:
      return undefined;
  }
}

/** Name of the input beside the options of a field. */
export const otherName = (name: string): string => `${name}.other`;

function chosen(options: readonly FieldOption[], codes: readonly string[]): readonly Json[] {
  return options.filter(({ code }) => codes.includes(code)).map(({ value }) => value);
}

/** None is an answer where there must be one. */
function listIfAny(values: readonly Json[], required: boolean): Json | undefined {
  return values.length === 0 && !required ? undefined : [...values];
}

/** As Danes write numbers: `1.234,5`. */
function numberOf(text: string): Json {
  const plain = text.replaceAll(/[\s.]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

/** `2026-03-01`; of a day that is not filled in altogether, what there is of it, in the same order. */
export function dateOf(posted: Pick<Posted, 'text'>, name: string): string | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map(unit => posted.text(`${name}.${unit}`)) as [
    string,
    string,
    string,
  ];
  if (`${year}${month}${day}` === '') return undefined;
  return `${year}-${padded(month)}-${padded(day)}`;
}

function padded(number: string): string {
  return /^\d$/.test(number) ? `0${number}` : number;
}
