import { subtractPeriod } from '#calendar';
import { type Feedback, type FeedbackStore, type Remark, SCORES } from '../ports.js';
import { type MemoryTables } from './memory-tables.js';

/** What people say of journeys, in memory. */
export class MemoryFeedbackStore implements FeedbackStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async give(journey: string, person: string, feedback: Feedback): Promise<boolean> {
    if (this.#has(journey, person)) return false;
    this.#tables.feedbackGivers.push({ journey, person });
    const oldest = subtractPeriod(feedback.month, 'P1Y');
    const kept = this.#tables.feedback.map(({ remark, ...given }) => ({
      ...given,
      ...(remark !== undefined && given.month >= oldest && { remark }),
    }));
    this.#tables.feedback.splice(0, kept.length, ...kept);
    this.#tables.feedback.push(feedback);
    return true;
  }

  async isGiven(journey: string, person: string): Promise<boolean> {
    return this.#has(journey, person);
  }

  async counts(definition: string): Promise<readonly number[]> {
    const of = this.#tables.feedback.filter(given => given.definition === definition);
    return SCORES.map(score => of.filter(given => given.score === score).length);
  }

  async remarks(definition: string, limit: number): Promise<readonly Remark[]> {
    return this.#tables.feedback
      .flatMap(({ definition: of, score, month, remark }) =>
        of === definition && remark !== undefined ? [{ score, month, text: remark }] : [],
      )
      .sort((one, other) => other.month.localeCompare(one.month))
      .slice(0, limit);
  }

  #has(journey: string, person: string): boolean {
    return this.#tables.feedbackGivers.some(giver => giver.journey === journey && giver.person === person);
  }
}
