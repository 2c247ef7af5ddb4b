/** Confidence in a rule: read at its source, known from elsewhere, or in doubt. */
export type Confidence = 'found' | 'background' | 'doubtful';

/** Provenance of a rule. */
export interface Sourced {
  readonly source: string;
  readonly confidence: Confidence;
}

/** A text in Danish and English. */
export interface Bilingual {
  readonly da: string;
  readonly en: string;
}
