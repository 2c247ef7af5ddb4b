import { type GivenFeedback } from '../../rest/documents.js';

export type GivenScore = GivenFeedback['score'];

/** From the best to the worst. */
export const GIVEN_SCORES: readonly GivenScore[] = [5, 4, 3, 2, 1];

/** The score that was chosen; undefined when none was. */
export function scoreOf(text: string): GivenScore | undefined {
  return GIVEN_SCORES.find(score => String(score) === text);
}
