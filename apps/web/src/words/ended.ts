/** A text as a sentence; a text of a journey may be one already. */
export function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
