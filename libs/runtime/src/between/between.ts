import { type JourneyEnd } from '#journey';
import { type Instant, type Json } from '#statechart';

/** Correlation of a journey with others: who has started it, whom it has started, and what it has still to tell. */
export type Between = {
  readonly startedBy?: StartedBy;
  /** Journeys that it has started and that have not ended. */
  readonly begun?: readonly BegunJourney[];
  /** In the order they were committed. */
  readonly notices?: readonly Notice[];
  /** It was offered, and by which report. */
  readonly offer?: OfferState;
};

/** The start of a journey by another: its number among all that the other has started. */
export type StartedBy = { readonly journey: string; readonly start: number };

export type BegunJourney = {
  readonly start: number;
  readonly journey: string;
  readonly definition: string;
  readonly person: string;
};

/**
 * Outbox message of one journey to another. It is committed with the step that it comes of, and taken off when the other has it; its
 * timer, due at once, has its number, negative.
 */
export type Notice = BeginNotice | EndedNotice;

/** Another journey is to begin. */
export type BeginNotice = {
  readonly kind: 'begin';
  readonly number: number;
  readonly start: number;
  readonly definition: string;
  readonly person: string;
  readonly given: Json;
};

/** To the journey that started this one: it has ended. */
export type EndedNotice = {
  readonly kind: 'ended';
  readonly number: number;
  readonly to: StartedBy;
  readonly ended: JourneyEnd;
};

/** How a journey came to be held out to its applicant. */
export type OfferState = {
  /** Its name in the definition. */
  readonly name: string;
  readonly given: Json;
  /** The instant from which on it is too late. */
  readonly until: Instant;
  readonly authority: string;
  /** `<authority>.<event>` */
  readonly report: string;
  /** When it was reported. */
  readonly at: Instant;
  /** When the journey began; absent until then. */
  readonly takenAt?: Instant;
};

/** What a decision changes of it. */
export interface BetweenChange {
  readonly startedBy?: StartedBy;
  /** Number of the notice that has been delivered. */
  readonly told?: number;
  readonly begun?: BegunJourney;
  /** Number of the start whose journey has ended. */
  readonly ended?: number;
  readonly offer?: OfferState;
}
