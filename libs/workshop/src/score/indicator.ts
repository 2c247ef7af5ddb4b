import { type Words } from '#journey';
import { type ScoreSubject } from './score-subject.js';

/** What a definition gets for an indicator, and why. */
export interface Judgement {
  readonly value: 0 | 1;
  readonly reason: Words;
}

/** Why something is not judged. */
interface Open {
  readonly open: Words;
}

/** One question of the eGovernment Benchmark, or of the principles of digital-ready legislation. */
export interface Indicator {
  /** As the questionnaire numbers it: `2a.4`. */
  readonly id: string;
  readonly question: Words;
  /** Computed from the definition and the contracts alone; or why it cannot be, or does not apply. */
  readonly judge: ((subject: ScoreSubject) => Judgement | Open) | Open;
}

/** Indicators that the questionnaire asks under one heading. */
export interface IndicatorGroup {
  readonly id: string;
  readonly title: Words;
  readonly source: string;
  readonly indicators: readonly Indicator[];
}

/** 1 when nothing is missing; what is missing is named. */
export function unlessMissing(
  missing: readonly string[],
  reason: { readonly met: Words; readonly lacking: (names: string) => Words },
): Judgement {
  return missing.length === 0
    ? { value: 1, reason: reason.met }
    : { value: 0, reason: reason.lacking(briefly(missing)) };
}

export function when(holds: boolean, met: Words, unmet: Words): Judgement {
  return holds ? { value: 1, reason: met } : { value: 0, reason: unmet };
}

const MOST_NAMED = 5;

function briefly(names: readonly string[]): string {
  const all = [...new Set(names)];
  const more = all.length - MOST_NAMED;
  return all.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` (+${more})` : '');
}
