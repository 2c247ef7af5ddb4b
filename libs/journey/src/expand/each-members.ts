import { type Json } from '#statechart';
import { isRecord } from '../read/cursor.js';
import { type Arguments } from './substitute.js';

/** A state as it stands in the expanded tree; with `each` it is the region of one member of a list. */
interface StateMember {
  readonly key: string;
  readonly each?: {
    readonly use: Record<string, Json>;
    /** The member under the name that the part knows it by, and its number under that name with `Number`. */
    readonly bound: Arguments;
    /** The path that all members share. */
    readonly of: string;
    readonly index: number;
    readonly most: number;
    readonly absentWhen: string;
    readonly tooMany: string;
    /** Where the journey goes when there are more members than regions. */
    readonly beyond?: Json;
  };
}

/** A statechart is static: `each` becomes a region for every member that there may be. */
export function eachMembers(key: string, state: Json, path: string): StateMember[] {
  if (!isRecord(state) || !isRecord(state['each'])) return [{ key }];
  const { each, ...own } = state;
  const { of, as, most, beyond, ...use } = each as Record<string, Json>;
  const count = Math.max(0, Math.trunc(Number(most)) || 0);
  const list = String(of).replace(/^=\s*/, '');
  const term = /^[a-z]\w*(\.\w+)*$/i.test(list) ? list : `(${list})`;
  return Array.from({ length: count }, (_, index) => ({
    key: `${key}${index + 1}`,
    each: {
      use: { ...use, ...own },
      bound: { [String(as)]: `= ${term}[${index}]`, [`${String(as)}Number`]: String(index + 1) },
      of: path,
      index,
      most: count,
      absentWhen: `= !${term}[?${index}].hasValue()`,
      tooMany: `= ${term}[?${count}].hasValue()`,
      ...(beyond !== undefined && { beyond }),
    },
  }));
}
