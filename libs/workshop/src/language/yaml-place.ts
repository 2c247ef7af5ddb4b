import { type Document, isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { type SourcePath, unreadableBecause } from '#journey';
import { type Json } from '#statechart';

/** Where a cursor stands in the structure of a YAML file. */
export interface YamlPlace {
  /** For a value: the way to it. For a key: the way to the mapping that has it. */
  readonly path: SourcePath;
  readonly of: 'key' | 'value';
  /** What stands of the key or value before the cursor, as YAML reads it. */
  readonly typed: string;
  readonly quoted: 'single' | 'double' | undefined;
  /** The value of what stands before the cursor. */
  readonly before: Json;
}

/** A letter that no journey has; twice, since the parser takes the last for the quote that an open text lacks. */
const CURSOR = '\uE000';
const MARK = CURSOR + CURSOR;

/**
 * Structural position of a cursor, by parsing the text before it and a mark: what is still open there the parser
 * closes, and what comes after, which is often broken while somebody types, has no say. Undefined in a comment, and
 * below text that is broken so that the cursor is not seen.
 *
 * @param offset in UTF-16 code units from the start of the text
 */
export function yamlPlaceAt(text: string, offset: number): YamlPlace | undefined {
  const before = text.slice(0, offset);
  if (unreadableBecause(before)) return undefined;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  // Words at the start of a line, or after `{` or `,`, may become a key.
  const mayBeKey = /(^\s*(- +)*|[{,]\s*)["']?[\w.#-]*$/.test(line);
  // `- name` and `[name` begin a name in a list more often than a mapping, which a brace begins for certain.
  const inBraces = /\{\s*["']?[\w.#-]*$/.test(before);
  return (
    (mayBeKey ? marked(`${before}${MARK}: `, 'key', inBraces) : undefined) ??
    marked(before + MARK, 'value', inBraces)
  );
}

function marked(text: string, of: YamlPlace['of'], inBraces: boolean): YamlPlace | undefined {
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const found = find(document.contents, []);
  if (found?.of !== of || (found.alone && !inBraces)) return undefined;
  const { path, scalar } = found;
  return {
    path,
    of,
    typed: String(scalar.value).split(CURSOR)[0] ?? '',
    quoted: scalar.type === 'QUOTE_SINGLE' ? 'single' : scalar.type === 'QUOTE_DOUBLE' ? 'double' : undefined,
    before: valueOf(document),
  };
}

function valueOf(document: Document): Json {
  try {
    const value = (document.toJS({ maxAliasCount: 50 }) ?? null) as Json;
    return JSON.parse(JSON.stringify(value).replaceAll(CURSOR, '')) as Json;
  } catch {
    return null;
  }
}

interface Found {
  readonly path: SourcePath;
  readonly of: YamlPlace['of'];
  readonly scalar: Scalar;
  /** The only key of a mapping that is an item of a list. */
  readonly alone: boolean;
}

/** The mark is in what was read last, so that only the last of each collection is looked into. */
function find(node: unknown, path: SourcePath): Found | undefined {
  if (isScalar(node)) return hasMark(node) ? { path, of: 'value', scalar: node, alone: false } : undefined;
  if (isSeq(node)) {
    const index = node.items.length - 1;
    return find(node.items[index], [...path, index]);
  }
  const pair = isMap(node) ? node.items.at(-1) : undefined;
  if (!isMap(node) || !isScalar(pair?.key)) return undefined;
  if (!hasMark(pair.key)) return find(pair.value, [...path, String(pair.key.value)]);
  const alone = typeof path.at(-1) === 'number' && node.items.length === 1;
  return { path, of: 'key', scalar: pair.key, alone };
}

function hasMark({ value }: Scalar): boolean {
  return String(value).includes(CURSOR);
}
