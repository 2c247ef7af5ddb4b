import { type Words } from '#journey';
import { type Instant } from '#statechart';
import { type Disclosure, type DispatchStatus } from '../journey-record.js';

/** Number of the dispatch that takes a correction to its authority: those of journeys are positive, those of deliveries negative. */
export const CORRECTION = 0;

/** Whether a dispatch with this number takes a correction to its authority. */
export function isCorrection({ seq }: { readonly seq: number }): boolean {
  return seq === CORRECTION;
}

/** The service of every role that takes corrections; `shared.yaml` of the contracts describes it. */
export function correctionService(role: string): string {
  return `${role}.correctData`;
}

/** Request for rectification (GDPR art. 16): what a person says is wrong in their data, and what the authority has answered. */
export interface Correction {
  /** UUID. */
  readonly id: string;
  readonly person: string;
  readonly at: Instant;
  /** The last day (`YYYY-MM-DD`) on which the authority may answer: a month after it was asked (art. 12(3)). */
  readonly lastDay: string;
  /** Definition of the journey in which the data were given. */
  readonly definition: string;
  readonly service: string;
  /** Who was asked. */
  readonly authority: string;
  readonly content: CorrectionContent;
  /** Who asked for the person. */
  readonly acting?: Disclosure['acting'];
  /** Of the dispatch that takes it to the authority. */
  readonly status: DispatchStatus;
  readonly answer?: CorrectionAnswer;
}

/** What a correction says; sealed at rest. */
export interface CorrectionContent {
  /** Id of the dispatch that had given the data. */
  readonly dispatch: string;
  /** What they were given for, as it was called then. */
  readonly concerns: Words;
  /** Which category of data; absent: no one of them. */
  readonly category?: string;
  readonly wrong: string;
  readonly right: string;
  /** Authorities that were given the data and are not the one that is asked: it is to tell them (art. 19). */
  readonly givenTo?: readonly string[];
}

/** What came of a correction; sealed at rest. `undelivered`: ops have given it up, and the authority has not got it. */
export type CorrectionAnswer = { readonly at: Instant } & (
  | {
      readonly outcome: 'corrected';
      readonly correctedOn: string;
      readonly words?: string;
      /** Who else was told that it was corrected. */
      readonly told?: readonly string[];
    }
  | { readonly outcome: 'refused'; readonly code: string; readonly detail?: string }
  | { readonly outcome: 'undelivered' }
);

/** Whether the authority may still answer. */
export function isOpenCorrection({ answer }: Pick<Correction, 'answer'>): boolean {
  return answer === undefined;
}
