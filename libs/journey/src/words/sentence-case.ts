/** What stands before the first word of a sentence. */
export const BEGINS_SENTENCE = /(?:^|[.!?]\s+)$/;

/** Words that are ours begin a sentence with a capital; what somebody wrote stands as they wrote it. */
export function sentenceCase(words: string, type: string | undefined): string {
  return type === undefined || type === 'reference' || type === 'address'
    ? words
    : words.charAt(0).toUpperCase() + words.slice(1);
}
