/** Words of ours within a sentence, where only a proper name or an abbreviation keeps its capital. */
export function withinSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
