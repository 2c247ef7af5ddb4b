import { createHash } from 'node:crypto';
import { isIsoDate, isPeriod } from '#calendar';
import { isObject, type JsonObject, listOf, resolve } from '#schema';
import { type Json } from '#statechart';

/** What may be written in a field: how to ask for it, and how to read what was typed. */
export interface FieldKind {
  /** Said after the name of the field, such as `a day, such as 2025-03-10`. */
  readonly asks: string;
  /** Choices by their number from 1; empty when anything may be written. */
  readonly choices: readonly { readonly value: Json; readonly words: string }[];
  /** Undefined for what cannot be meant. */
  read(text: string): Json | undefined;
}

/** What a field needs to know of its surroundings. */
export interface FieldSetting {
  readonly root: JsonObject;
  /** Words for the values of an enumeration. */
  readonly options: Readonly<Record<string, string>>;
  readonly persons: readonly string[];
}

/** The kind of a field by its JSON Schema; a list of such is written with commas between. */
export function fieldKind(field: JsonObject, setting: FieldSetting): FieldKind {
  const schema = target(field, setting.root);
  const { enum: values, const: only } = schema;
  if (only !== undefined) return choice([only], setting);
  if (Array.isArray(values)) return choice(values as readonly Json[], setting);
  switch (typeOf(schema)) {
    case 'boolean':
      return yesOrNo;
    case 'integer':
    case 'number':
      return number(schema);
    case 'array':
      return list(fieldKind(isObject(schema.items) ? schema.items : {}, setting));
    default:
      return text(schema, setting);
  }
}

/** A schema behind its reference. */
export function target(schema: JsonObject, root: JsonObject): JsonObject {
  const found = typeof schema.$ref === 'string' ? resolve(root, schema.$ref) : schema;
  return isObject(found) ? found : {};
}

export function typeOf({ type }: JsonObject): Json | undefined {
  return Array.isArray(type) ? listOf(type)[0] : type;
}

function choice(values: readonly Json[], { options }: FieldSetting): FieldKind {
  const choices = values.map(value => ({ value, words: options[String(value)] ?? String(value) }));
  return {
    asks: 'one of these, by its number',
    choices,
    read: typed =>
      choices[Number(typed) - 1]?.value ??
      choices.find(({ value, words }) => String(value) === typed || words === typed)?.value,
  };
}

const yesOrNo: FieldKind = {
  asks: 'yes or no',
  choices: [],
  read: typed =>
    /^(y|yes|j|ja|true)$/i.test(typed) ? true : /^(n|no|nej|false)$/i.test(typed) ? false : undefined,
};

function number({ minimum, maximum, type }: JsonObject): FieldKind {
  const bounds = [
    ...(minimum === undefined ? [] : [`from ${String(minimum)}`]),
    ...(maximum === undefined ? [] : [`to ${String(maximum)}`]),
  ];
  return {
    asks: [type === 'integer' ? 'a whole number' : 'a number', ...bounds].join(' '),
    choices: [],
    read: typed => {
      const value = Number(typed.replace(',', '.'));
      return typed === '' || Number.isNaN(value) ? undefined : value;
    },
  };
}

function list(item: FieldKind): FieldKind {
  return {
    asks: `${item.asks}; several with commas between, none with a dash`,
    choices: item.choices,
    read: typed => {
      const values = (typed === '-' ? [] : typed.split(',')).map(part => item.read(part.trim()));
      return values.includes(undefined) ? undefined : (values as Json[]);
    },
  };
}

function text({ format }: JsonObject, { persons }: FieldSetting): FieldKind {
  const kind = (asks: string, holds: (typed: string) => boolean): FieldKind => ({
    asks,
    choices: [],
    read: typed => (holds(typed) ? typed : undefined),
  });
  switch (format) {
    case 'date':
      return kind('a day, such as 2025-03-10', isIsoDate);
    case 'date-time':
      return kind('a day and time, such as 2025-03-10T12:00:00Z', typed => !Number.isNaN(Date.parse(typed)));
    case 'duration':
      return kind('a period, such as P14D', isPeriod);
    case 'document':
      return {
        asks: 'a document: any word stands for one',
        choices: [],
        read: typed => documentNamed(typed),
      };
    case 'cpr':
      return kind(`a person by name: ${[...persons, 'somebody else'].join(', ')}`, typed =>
        /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(typed),
      );
    default:
      return kind('text', typed => typed !== '');
  }
}

/** In play a document has no content; the same word is the same document. */
function documentNamed(word: string): string {
  const digits = createHash('sha256').update(word).digest('hex').slice(0, 32);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
