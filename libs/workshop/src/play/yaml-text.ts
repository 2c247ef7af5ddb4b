import { parse } from 'yaml';
import { isObject } from '#schema';
import { type Json } from '#statechart';

/** As wide as the formatter lets a line be. */
const WIDTH = 110;
const INDENT = '  ';

/**
 * YAML printer in the layout that Prettier keeps: what fits stands on one line, what does not is opened. The lists of the
 * document itself are always opened, with a line for each member of their items.
 */
export function yamlText(value: Readonly<Record<string, Json>>): string {
  return `${mapping(value, '').join('\n')}\n`;
}

function mapping(value: object, indent: string): string[] {
  return Object.entries(value as Record<string, Json | undefined>).flatMap(([key, member]) =>
    member === undefined ? [] : entry(`${indent}${scalar(key)}:`, member, indent),
  );
}

function entry(head: string, value: Json, indent: string): string[] {
  const line = `${head} ${flow(value)}`;
  const isLeaf = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  const isOuterList = indent === '' && Array.isArray(value);
  if (isLeaf || (line.length <= WIDTH && !isOuterList)) return [line];
  return [head, ...opened(value, `${indent}${INDENT}`)];
}

function opened(value: Json, indent: string): string[] {
  if (!Array.isArray(value)) return mapping(value as object, indent);
  const isOuterList = indent === INDENT;
  return (value as readonly Json[]).flatMap(item => {
    const keys = isObject(item) ? Object.keys(item) : [];
    const line = `${indent}- ${keys.length === 1 ? flow(item).slice(2, -2) : flow(item)}`;
    if (line.length <= WIDTH && (keys.length < 2 || !isOuterList)) return [line];
    const [first = '', ...rest] = opened(item, `${indent}${INDENT}`);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  });
}

function flow(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(flow).join(', ')}]`;
  if (!isObject(value)) return scalar(value);
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${scalar(key)}: ${flow(member)}`],
  );
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}

/** Plain where YAML reads the same text back, else in the quotes that need the least escaping. */
function scalar(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^[\p{L}\d](?:[\p{L}\d ._\-/§()+]*[\p{L}\d._\-/§()+])?$/u.test(value) && parse(value) === value) {
    return value;
  }
  if (/[\n\r\t\\]/.test(value)) return JSON.stringify(value);
  if (value.includes("'") && !value.includes('"')) return `"${value}"`;
  return `'${value.replaceAll("'", "''")}'`;
}
