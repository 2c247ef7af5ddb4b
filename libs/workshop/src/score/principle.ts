import { type Words } from '#journey';
import { type ScoreSubject } from './score-subject.js';

/** How far a definition goes along with a principle. */
export interface Measured {
  /** So many of `whole`. */
  readonly part: number;
  readonly whole: number;
  /** Which: names of rules, tasks, states, fields or services. */
  readonly names: readonly string[];
  readonly reason: Words;
}

export interface Principle {
  readonly id: string;
  readonly title: Words;
  readonly measure: (subject: ScoreSubject) => Measured;
}

/** Digitaliseringsstyrelsen's guidance on the political agreement of January 2018. */
export const PRINCIPLES_SOURCE =
  'Vejledning om digitaliseringsklar lovgivning (Digitaliseringsstyrelsen), de syv principper';
