import { type JsonObject, type JsonSchema, listOf } from '#schema';
import { type Json } from '#statechart';
import { print } from '../command-context.js';
import { fieldKind, type FieldSetting, target } from './field-kind.js';
import { isRecordType, type SheetRow, sheetOf, withValue } from './sheet.js';
import { type Terminal } from './terminal.js';
import { shown } from './value-words.js';

/** A sheet of data to be filled in at the terminal: what it is, what stands in it, and the words for its fields. */
export interface Sheet {
  readonly title: string;
  readonly schema: JsonSchema;
  readonly sample: Json;
  readonly label: (names: readonly string[]) => string | undefined;
  readonly options: (names: readonly string[]) => Readonly<Record<string, string>>;
  readonly persons: readonly string[];
  /** An example of a part of the schema. */
  readonly example: (part: JsonObject) => Json;
  /** Sends it. Gives what does not fit, by JSON Pointer; the sheet is shown again then. */
  readonly send: (data: Json) => readonly { readonly path: string; readonly message: string }[];
}

const HINT = 'Enter sends it so, a number changes that line, all asks for each line, x goes back: ';

/** Form dialogue: every field on a line of its own, changed one by one until the whole is sent. False when given up. */
export async function fillIn(sheet: Sheet, terminal: Terminal): Promise<boolean> {
  const { reader, output } = terminal;
  let data = sheet.sample;
  let faults: ReturnType<Sheet['send']> = [];
  for (;;) {
    const rows = sheetOf(sheet.schema, data);
    print(output, `${sheet.title}:`, ...rows.map((row, index) => lineOf(row, index, sheet, faults)));
    const elsewhere = faults.filter(({ path }) => !rows.some(row => pointer(row) === path));
    for (const { path, message } of elsewhere) print(output, `  ${path.slice(1) || 'The whole'} ${message}.`);
    const typed = rows.length === 0 ? '' : await reader.ask(HINT);
    if (typed === undefined || typed === 'x') return false;
    if (typed === '') {
      faults = sheet.send(data);
      if (faults.length === 0) return true;
      if (rows.length === 0) return false;
      print(output, 'Not yet: what is marked with ✗ does not fit.');
      continue;
    }
    const row = rows[Number(typed) - 1];
    if (typed === 'all') data = await askEach(data, sheet, terminal);
    else if (row) data = await askRow(row, data, sheet, terminal);
    else print(output, `There is no line ${typed}.`);
  }
}

/** Asks for every row; a list that grows brings its new rows along. */
async function askEach(data: Json, sheet: Sheet, terminal: Terminal): Promise<Json> {
  let filled = data;
  for (let index = 0; ; index++) {
    const row = sheetOf(sheet.schema, filled)[index];
    if (!row) return filled;
    filled = await askRow(row, filled, sheet, terminal);
  }
}

/** Asks until what is typed can be meant. Enter keeps what stands there; a dash leaves an optional field out. */
async function askRow(row: SheetRow, data: Json, sheet: Sheet, { reader, output }: Terminal): Promise<Json> {
  const root = sheet.schema as JsonObject;
  const setting: FieldSetting = { root, options: sheet.options(row.names), persons: sheet.persons };
  const kind = row.records
    ? fieldKind({ type: 'integer', minimum: 0 }, setting)
    : fieldKind(row.schema, setting);
  const asks = row.records ? 'how many' : isRecordType(row.schema) ? 'yes to fill it in' : kind.asks;
  const dash = row.required || row.records ? '' : '; - leaves it out';
  for (;;) {
    kind.choices.forEach(({ words }, index) => print(output, `      ${index + 1}. ${words}`));
    const typed = await reader.ask(
      `    ${nameOf(row, sheet)} (${asks}${dash}; Enter keeps ${shown(row.value, setting.options)}): `,
    );
    if (typed === undefined || typed === '') return data;
    if (typed === '-' && dash) return withValue(data, row.path, undefined);
    const value = isRecordType(row.schema) ? sheet.example(row.schema) : kind.read(typed);
    if (value !== undefined) {
      return withValue(data, row.path, row.records ? resized(row, Number(value), sheet) : value);
    }
    print(output, `    ${typed} cannot be meant here; write ${asks}.`);
  }
}

function resized({ value, schema }: SheetRow, length: number, sheet: Sheet): Json {
  const items = listOf(value);
  const item = sheet.example(target(schema.items as JsonObject, sheet.schema as JsonObject));
  return Array.from({ length: Math.min(length, 20) }, (_, index) => items[index] ?? item);
}

function lineOf(row: SheetRow, index: number, sheet: Sheet, faults: ReturnType<Sheet['send']>): string {
  const fault = faults.find(({ path }) => path === pointer(row));
  const value = row.records ? String(listOf(row.value).length) : shown(row.value, sheet.options(row.names));
  const number = String(index + 1).padStart(4);
  return `${number}. ${nameOf(row, sheet)}: ${value}${fault ? `  ✗ ${fault.message}` : ''}`;
}

function nameOf({ names, path, schema }: SheetRow, { label }: Sheet): string {
  const words = label(names) ?? (typeof schema.description === 'string' ? schema.description : names.at(-1));
  const index = path.findLast(key => typeof key === 'number');
  return index === undefined ? String(words) : `${names[0]} ${Number(index) + 1}, ${words}`;
}

function pointer({ path }: SheetRow): string {
  return path.map(key => `/${key}`).join('');
}
