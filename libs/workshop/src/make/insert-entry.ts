import { isMap, isNode, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import { type Json } from '#statechart';

/** Space of YAML text: one-line scalars, and quotes as the journeys have them. */
const STYLE = { lineWidth: 0, singleQuote: true } as const;

/**
 * Minimal edit of YAML text: writes a value at a path that is not there yet, with the mappings around it, and leaves every
 * other character as it is, comments and order among them. New entries come last in their mapping.
 *
 * @param path keys from the root, at least one
 */
export function insertEntry(text: string, path: readonly string[], value: Json): string {
  let map: unknown = parseDocument(text).contents;
  for (const [depth, key] of path.entries()) {
    const rest = path.slice(depth + 1);
    if (!isMap(map)) return `${text.trimEnd()}\n${blockOf(key, nested(rest, value), 0)}\n`.trimStart();
    const pair = pairAt(map, key);
    if (!pair) return withPair(text, map, key, nested(rest, value));
    if (isMap(pair.value) && rest.length > 0) map = pair.value;
    else return withValue(text, map, pair, rest, value);
  }
  return text;
}

function nested(path: readonly string[], value: Json): Json {
  return path.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
}

function pairAt(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(item => String(isScalar(item.key) ? item.key.value : item.key) === key);
}

function withPair(text: string, map: YAMLMap, key: string, value: Json): string {
  const last = map.items.at(-1);
  if (map.flow) {
    const entry = flowOf({ [key]: value })
      .slice(1, -1)
      .trim();
    if (!last) return spliced(text, map.range?.[0] ?? 0, map.range?.[1] ?? 0, `{ ${entry} }`);
    const end = endOf(text, last);
    return spliced(text, end, end, `, ${entry}`);
  }
  const end = last ? lineEnd(text, endOf(text, last)) : text.length;
  return spliced(text, end, end, `\n${blockOf(key, value, columnOf(text, map.items[0]))}`);
}

/** Puts a value in place of nothing; a short form that is one text becomes the label of the long one. */
function withValue(text: string, map: YAMLMap, pair: Pair, rest: readonly string[], value: Json): string {
  const written = isScalar(pair.value) ? pair.value : undefined;
  const short = typeof written?.value === 'string' && written.value !== '' && rest.length > 0;
  const inner = nested(rest, value);
  const whole = short ? { label: written.value as string, ...(inner as object) } : inner;
  const key = isNode(pair.key) ? pair.key.range : undefined;
  const name = String(isScalar(pair.key) ? pair.key.value : pair.key);
  const entry = map.flow
    ? flowOf({ [name]: whole })
        .slice(1, -1)
        .trim()
    : blockOf(name, whole, columnOf(text, pair)).trimStart();
  return spliced(text, key?.[0] ?? 0, endOf(text, pair), entry);
}

/** Where an entry ends, without the space and line breaks after it. */
function endOf(text: string, { key, value }: Pair): number {
  const end =
    (isNode(value) ? value.range?.[1] : undefined) ?? (isNode(key) ? key.range?.[1] : undefined) ?? 0;
  return text.slice(0, end).trimEnd().length;
}

/** The end of the line, past a comment that stands on it. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function columnOf(text: string, pair: Pair | undefined): number {
  const start = (isNode(pair?.key) ? pair.key.range?.[0] : undefined) ?? 0;
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

function blockOf(key: string, value: Json, indent: number): string {
  const lines = stringify({ [key]: value }, STYLE)
    .trimEnd()
    .split('\n');
  return lines.map(line => `${' '.repeat(indent)}${line}`).join('\n');
}

function flowOf(value: Json): string {
  return stringify(value, { ...STYLE, collectionStyle: 'flow' }).trim();
}

function spliced(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}
