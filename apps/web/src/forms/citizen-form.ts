import { isObject, type Json, type JsonObject, listOf, propertiesOf } from '#schema';
import { type TaskDocument } from '../rest/documents.js';
import { Conditions } from './conditions.js';
import { type FieldAnswer, type FieldOption, type AskedField } from './asked-field.js';

/** Characters beyond which a text gets several lines. */
const SHORT = 200;
const MANY = 20;

/** *Presentation model* of a task's form: its JSON Schema and texts, as fields on pages. */
export class CitizenForm {
  /** All fields in the order to ask. */
  readonly fields: readonly AskedField[];
  readonly #pages: readonly (readonly string[])[];
  readonly #conditions: Conditions;
  readonly #titles: readonly string[];

  constructor(task: TaskDocument) {
    const schema = (task.form?.schema ?? {}) as unknown as JsonObject;
    const properties = propertiesOf(schema);
    this.#conditions = new Conditions(schema);
    this.fields = Object.entries(properties).map(([name, field]) => fieldOf(name, field, schema, task));
    const pages = listOf(schema['x-pages'] ?? []).map(page => listOf(page).map(String));
    this.#pages = pages.length > 0 ? pages : [Object.keys(properties)];
    this.#titles = task.form?.texts.pages ?? [];
  }

  /** Names of the fields that are asked, as far as the rest is filled in. */
  asked(data: JsonObject): ReadonlySet<string> {
    const hidden = this.#conditions.notAsked(data);
    return new Set(this.fields.filter(({ name }) => !hidden.has(name)).map(({ name }) => name));
  }

  /** What is sent of what is filled in: what is no longer asked is left out. */
  sent(data: JsonObject): JsonObject {
    const asked = this.asked(data);
    return Object.fromEntries(Object.entries(data).filter(([name]) => asked.has(name)));
  }

  /** The pages on which anything is asked, counted from 1 as they are written. */
  pages(data: JsonObject): readonly FormPage[] {
    const asked = this.asked(data);
    const required = this.#conditions.required(data);
    return this.#pages.flatMap((names, index) => {
      const all = this.fields
        .filter(({ name }) => names.includes(name) && asked.has(name))
        .map(field => (required.has(field.name) ? { ...field, required: true } : field));
      const open = all.filter(field => !isSettled(field, data));
      const fields = open.length > 0 ? open : all;
      const title = this.#titles[index];
      return fields.length === 0
        ? []
        : [{ number: index + 1, ...(title !== undefined && { title }), fields }];
    });
  }

  /** Every field that may come to be asked, as for a form on paper. */
  everyField(data: JsonObject): readonly AskedField[] {
    return this.fields.filter(field => !isSettled(field, data));
  }

  /** The fields of a page that may come to be asked there. */
  everyFieldOf(page: number): readonly AskedField[] {
    const names = this.#pages[page - 1] ?? [];
    return this.fields.filter(({ name }) => names.includes(name));
  }
}

/** One page of a form. */
export interface FormPage {
  readonly number: number;
  readonly title?: string;
  readonly fields: readonly AskedField[];
}

/** Whether none is all that can be chosen: nobody is asked which of their children, who have none. */
function isSettled(field: AskedField, data: JsonObject): boolean {
  if (field.kind !== 'choices' || field.options.length > 0) return false;
  return !field.required || data[field.name] !== undefined;
}

function fieldOf(name: string, schema: JsonObject, form: JsonObject, task: TaskDocument): AskedField {
  const texts = task.form?.texts.fields[name];
  return {
    name,
    label: texts?.label ?? name,
    ...(texts?.hint !== undefined && { hint: texts.hint }),
    required: listOf(form['required'] ?? []).includes(name),
    readOnly: schema['readOnly'] === true,
    hasMeaning: schema['x-means'] !== undefined,
    ...kindOf(name, schema, task),
  };
}

function kindOf(name: string, schema: JsonObject, task: TaskDocument): FieldAnswer {
  const { type, format, items } = schema;
  const item = isObject(items) ? items : {};
  const offered = task.choices?.[name]?.map(({ value, label }) => optionOf(value as Json, String(label)));
  if (type === 'array') {
    const most = Number(schema['maxItems'] ?? MANY);
    if (offered) return { kind: 'choices', options: offered };
    if (Array.isArray(item['enum'])) return { kind: 'choices', options: listed(item['enum'], name, task) };
    if (item['format'] === 'document') return { kind: 'documents', accept: acceptOf(item), most };
    const persons = item['format'] === 'cpr';
    const least = Number(schema['minItems'] ?? 0);
    return { kind: 'lines', persons, known: persons ? knownPersons(name, task) : [], least, most };
  }
  if (offered) return { kind: 'choice', options: offered };
  if (Array.isArray(schema['enum'])) return { kind: 'choice', options: listed(schema['enum'], name, task) };
  if (schema['const'] === true) return { kind: 'tick' };
  if (type === 'boolean') return { kind: 'yesNo' };
  if (type === 'integer' || type === 'number') return { kind: 'number', whole: type === 'integer' };
  if (format === 'date') return { kind: 'date' };
  if (format === 'cpr') return { kind: 'person', known: knownPersons(name, task) };
  if (format === 'document') return { kind: 'document', accept: acceptOf(schema) };
  const most = schema['maxLength'];
  return {
    kind: 'text',
    long: format === undefined && schema['pattern'] === undefined && Number(most ?? 0) > SHORT,
    ...(most !== undefined && { most: Number(most) }),
    type: format === 'email' ? 'email' : 'text',
  };
}

function optionOf(value: Json, label: string): FieldOption {
  return { value, label, code: typeof value === 'string' ? value : JSON.stringify(value) };
}

function listed(values: readonly Json[], name: string, task: TaskDocument): readonly FieldOption[] {
  const options = task.form?.texts.fields[name]?.options;
  return values.map(value => optionOf(value, options?.[String(value)] ?? String(value)));
}

/** The persons with whom the journey has filled a field in. */
function knownPersons(name: string, task: TaskDocument): readonly FieldOption[] {
  const prefill = task.prefill as JsonObject | undefined;
  const filled = [prefill?.[name] ?? []].flat() as readonly Json[];
  return filled.flatMap(value => {
    const person = task.persons?.find(offered => offered.value === value);
    return person ? [optionOf(person.value, person.label)] : [];
  });
}

function acceptOf(schema: JsonObject): readonly string[] {
  return listOf(schema['x-accept'] ?? []).map(String);
}
