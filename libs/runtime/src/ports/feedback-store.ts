/** How well a journey went, by somebody who was in it. */
export interface Feedback {
  /** Id of the definition. */
  readonly definition: string;
  /** 1, very badly, to 5, very well. */
  readonly score: Score;
  /** What was hard, in their own words. */
  readonly remark?: string;
  /** First day of the month in which it was given: anything finer could lead to who gave it. */
  readonly month: string;
}

export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** A remark, as those read it who mend the journey. */
export interface Remark extends Pick<Feedback, 'score' | 'month'> {
  readonly text: string;
}

/**
 * *Anonymous survey*: who has answered and what was answered are kept apart, and nothing leads from the one to the other. Rules: `give`
 * keeps both or neither, and once for a person and journey; it drops remarks that are more than
 * a year older than the one that is given.
 */
export abstract class FeedbackStore {
  /** @returns false when the person has given feedback to the journey before; then nothing is kept */
  abstract give(journey: string, person: string, feedback: Feedback): Promise<boolean>;
  abstract isGiven(journey: string, person: string): Promise<boolean>;
  /** How many have given each score to journeys of a definition; in the order of {@link SCORES}. */
  abstract counts(definition: string): Promise<readonly number[]>;
  /** Of a definition, newest month first, in no other order. */
  abstract remarks(definition: string, limit: number): Promise<readonly Remark[]>;
}
