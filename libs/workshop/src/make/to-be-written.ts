/** Begins every text that stands in for one that a designer has still to write; nothing with it is published. */
const MARK = 'TODO:';

/** A placeholder text that says what belongs in its place. */
export function toBeWritten(what: string): string {
  return `${MARK} ${what}`;
}

export function isToBeWritten(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(MARK);
}
