import { type Json } from '#statechart';
import { isRecord } from '../read/cursor.js';

/** What a part is given at one of its uses, by the name it goes by in the part. */
export type Arguments = Readonly<Record<string, Json>>;

const WHOLE = /^\$([a-z]\w*)$/;
const ANYWHERE = /\$([a-z]\w*)/g;
const PLAIN_PATH = /^[a-z]\w*(\.\w+|\[\d+\])*$/i;

/**
 * Macro substitution: replaces `$name` by the argument of that name, in keys and texts at any depth. A text that is nothing else becomes the
 * argument itself; in an expression (`= …`) an argument that is an expression is put in as a term. A key that is nothing else and has no value,
 * `{ day: = today, $more }`, is *spread*: the members of its argument stand in its place.
 *
 * @param unknown told of each name for which there is no argument; it is left as it stands
 */
export function substitute(value: Json, given: Arguments, unknown: (name: string) => void): Json {
  if (typeof value === 'string') return inText(value, given, unknown);
  if (Array.isArray(value)) return (value as readonly Json[]).map(item => substitute(item, given, unknown));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]): [string, Json][] => {
      const name = inText(key, given, unknown);
      if (member === null && isRecord(name)) return Object.entries(name);
      return [[String(name), substitute(member, given, unknown)]];
    }),
  );
}

function inText(text: string, given: Arguments, unknown: (name: string) => void): Json {
  const argument = (name: string): Json | undefined => {
    if (!Object.hasOwn(given, name)) unknown(name);
    return given[name];
  };
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) {
    const value = argument(whole);
    return value === undefined ? text : value;
  }
  const asTerm = text.startsWith('=');
  return text.replaceAll(ANYWHERE, (written, name: string) => {
    const value = argument(name);
    if (value === undefined) return written;
    return asTerm ? termOf(value) : String(value);
  });
}

/** The argument as part of an expression. A text is put in as it stands: the name of a role, or of what is remembered. */
function termOf(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (!value.startsWith('=')) return value;
  const expression = value.slice(1).trim();
  return PLAIN_PATH.test(expression) ? expression : `(${expression})`;
}
