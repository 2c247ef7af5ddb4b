/** How a value is put into words, as the argument types of ICU MessageFormat. */
export const PLACEHOLDER_TYPES = [
  'date',
  'period',
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'money',
  'person',
  'address',
  'reference',
  'yesNo',
] as const;
export type PlaceholderType = (typeof PLACEHOLDER_TYPES)[number];

/** A placeholder of a text, `{name}` or `{name, type}`, and the characters before it. */
export interface Placeholder {
  readonly name: string;
  /** As written; it may be none of {@link PLACEHOLDER_TYPES}. */
  readonly type?: string;
  readonly start: number;
  /** The placeholder as it stands in the text. */
  readonly written: string;
}

const PLACEHOLDER = /\{\s*([A-Za-z][A-Za-z0-9]*)\s*(?:,\s*([A-Za-z]*)\s*)?\}/g;

/** The placeholders of a text, in order. */
export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: written, 1: name = '', 2: type, index }) => ({
    name,
    ...(type !== undefined && { type }),
    start: index,
    written,
  }));
}

/** Whether a text names a type that there is. */
export function isPlaceholderType(type: string | undefined): type is PlaceholderType {
  return (PLACEHOLDER_TYPES as readonly (string | undefined)[]).includes(type);
}

/** A text as it reads before there are values: "Betal …". */
export function withoutValues(text: string): string {
  return filledText(text, () => '…');
}

/** A text with each placeholder replaced. */
export function filledText(text: string, wordsOf: (placeholder: Placeholder) => string): string {
  if (!text.includes('{')) return text;
  let filled = '';
  let end = 0;
  for (const placeholder of placeholdersIn(text)) {
    const { start, written } = placeholder;
    filled += text.slice(end, start) + wordsOf(placeholder);
    end = start + written.length;
  }
  return filled + text.slice(end);
}
