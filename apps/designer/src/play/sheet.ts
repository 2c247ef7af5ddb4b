import { type DataPath, fieldsOf, isObject, type JsonObject, type JsonSchema, listOf } from '#schema';
import { type Json } from '#statechart';
import { target, typeOf } from './field-kind.js';

/** One line of a sheet of data: a field that can be filled in, or a list of records with how many there are. */
export interface SheetRow {
  readonly path: DataPath;
  /** Names from the root, without the indexes. */
  readonly names: readonly string[];
  readonly schema: JsonObject;
  readonly value: Json | undefined;
  readonly required: boolean;
  /** A list whose items have fields of their own, which are rows too. */
  readonly records: boolean;
}

/** Flattening of data by its JSON Schema: every field that is there or could be, in the order of the schema. */
export function sheetOf(schema: JsonSchema, data: Json): SheetRow[] {
  if (!isObject(schema)) return [];
  const fields = fieldsOf(schema).map(({ path, schemas }) => {
    const merged = Object.assign({}, ...schemas.map(part => target(part, schema))) as JsonObject;
    return { names: path, schema: merged };
  });
  return rowsIn(data, [], [], schema);

  function rowsIn(value: Json, path: DataPath, names: readonly string[], parent: JsonObject): SheetRow[] {
    const required = listOf(parent.required);
    return fields.flatMap(field => {
      const [name = ''] = field.names.slice(-1);
      const isMember =
        field.names.length === names.length + 1 && names.every((own, index) => field.names[index] === own);
      if (!isMember) return [];
      const own = isObject(value) ? value[name] : undefined;
      const at = [...path, name];
      const items = isObject(field.schema.items)
        ? target(field.schema.items, schema as JsonObject)
        : undefined;
      const records = items !== undefined && isRecordType(items);
      const row = {
        path: at,
        names: field.names,
        schema: field.schema,
        value: own,
        required: required.includes(name),
        records,
      };
      if (records) {
        const members = listOf(own);
        return [row, ...members.flatMap((item, index) => rowsIn(item, [...at, index], field.names, items))];
      }
      if (!isRecordType(field.schema)) return [row];
      return isObject(own) ? rowsIn(own, at, field.names, field.schema) : [row];
    });
  }
}

export function isRecordType(schema: JsonObject): boolean {
  return typeOf(schema) === 'object' || isObject(schema.properties);
}

/** The data with another value at a path; undefined leaves the member out. */
export function withValue(data: Json, path: DataPath, value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? {};
  if (Array.isArray(data)) {
    return (data as readonly Json[]).map((item, index) =>
      index === key ? withValue(item, rest, value) : item,
    );
  }
  const members = isObject(data) ? data : {};
  if (rest.length === 0 && value === undefined) {
    return Object.fromEntries(Object.entries(members).filter(([name]) => name !== key)) as Json;
  }
  return { ...members, [key]: withValue(members[String(key)] ?? {}, rest, value) };
}
