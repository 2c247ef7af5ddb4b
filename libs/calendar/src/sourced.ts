/** How well a rule is known: read at its source, known from elsewhere, or in doubt. */
export type Confidence = 'found' | 'background' | 'doubtful';

/** Where a rule stands. */
export interface Sourced {
  readonly source: string;
  readonly confidence: Confidence;
}

/** A text in Danish and in English. */
export interface Bilingual {
  readonly da: string;
  readonly en: string;
}
