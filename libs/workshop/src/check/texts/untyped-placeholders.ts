import { placeholdersIn, type PlaceholderType } from '#journey';
import { type CheckContext } from '../check-context.js';
import { missingType, placeholderUses } from './placeholder-uses.js';

/** A placeholder that needs a type, where it was written. */
export interface UntypedPlaceholder {
  readonly file: string;
  /** Keys from the root of the file to its text. */
  readonly path: readonly string[];
  /** Characters from the start of the file. */
  readonly at: number;
  readonly name: string;
  readonly written: string;
  readonly type: PlaceholderType;
}

/** Every placeholder that lacks a type, each once, however often its part is used. */
export function untypedPlaceholders(context: CheckContext): UntypedPlaceholder[] {
  const found = new Map<string, UntypedPlaceholder>();
  for (const use of placeholderUses(context)) {
    const type = missingType(use, context);
    if (!type) continue;
    const { text, placeholder } = use;
    const { source, path } = text.place;
    const { name, written, start } = placeholder;
    // In a folded text characters are elsewhere than in the file; the same placeholder comes in the same order.
    const order = placeholdersIn(text.text).filter(
      each => each.written === written && each.start < start,
    ).length;
    const { line, column } = source.positionOf(path);
    let at = offsetOf(source.text, line, column) - 1;
    for (let seen = 0; seen <= order; seen += 1) at = source.text.indexOf(written, at + 1);
    if (at >= 0)
      found.set(`${source.file} ${at}`, {
        file: source.file,
        path: path.map(String),
        at,
        name,
        written,
        type,
      });
  }
  return [...found.values()];
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
