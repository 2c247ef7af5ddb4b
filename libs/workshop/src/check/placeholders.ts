/** A placeholder of a text, `{name}`, and the characters before it. */
export interface Placeholder {
  readonly name: string;
  readonly start: number;
}

/** The placeholders of a text, in order. */
export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(/\{([A-Za-z][A-Za-z0-9]*)\}/g)].map(({ 1: name = '', index }) => ({
    name,
    start: index,
  }));
}
