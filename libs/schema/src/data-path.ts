import { isObject, type Json, type JsonObject } from './json.js';

/** Location of a value in data: keys and indexes from the root. */
export type DataPath = readonly (string | number)[];

/** The value at a path; undefined where there is none. */
export function valueAt(data: Json | undefined, path: DataPath): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as JsonObject)[key]
        : undefined,
    data,
  );
}

/** Persistent update: the same data with other values at some paths. Only what leads to them is copied. */
export function withValues(
  data: Json,
  values: readonly { readonly path: DataPath; readonly value: Json }[],
): Json {
  const [first] = values;
  if (first === undefined) return data;
  if (first.path.length === 0) return first.value;
  const inside = new Map<string, { path: DataPath; value: Json }[]>();
  for (const { path, value } of values) {
    const key = String(path[0]);
    const beside = inside.get(key);
    if (beside) beside.push({ path: path.slice(1), value });
    else inside.set(key, [{ path: path.slice(1), value }]);
  }
  const changed = <Member extends Json | undefined>(member: Member, key: string | number): Member | Json => {
    const below = inside.get(String(key));
    return below && member !== undefined ? withValues(member, below) : member;
  };
  if (Array.isArray(data)) return (data as readonly Json[]).map(changed);
  if (!isObject(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, member]) => [key, changed(member, key)]));
}
