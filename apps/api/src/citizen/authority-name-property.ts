/** What the documentation of the API says of every name of an authority. */
export const AUTHORITY_NAME = {
  description: 'As it stands within a sentence, in English with its article; a list leaves the article out',
  example: 'the Civil Registration System (CPR)',
} as const;
