import { type Json } from '#statechart';

/** What stands before the first word of a sentence. */
export const BEGINS_SENTENCE = /(?:^|[.!?]\s+)$/;

/** Words that are ours begin a sentence with a capital; what somebody wrote stands as they wrote it. */
export function sentenceCase(words: string, type: string | undefined): string {
  return type === undefined || type === 'reference' || type === 'address'
    ? words
    : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The kind of a value that is said in words of ours whatever its type: a yes or no, nobody of a list, nothing at all. */
export function kindInOurWords(value: Json): 'yesNo' | 'none' | undefined {
  if (typeof value === 'boolean') return 'yesNo';
  return value === null || (Array.isArray(value) && value.length === 0) ? 'none' : undefined;
}
