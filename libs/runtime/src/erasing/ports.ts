import { type Instant } from '#statechart';
import { type JourneyStatus } from '../journey-record.js';
import { type ErasedRows, type Erasure } from './erasure.js';

/** What there is to know of a journey before it is erased. Nothing of it is opened. */
export interface ErasableJourney {
  readonly journey: string;
  readonly hash: string;
  readonly status: JourneyStatus;
  readonly startedAt: Instant;
  readonly movedAt: Instant;
  /** How many persons take part. */
  readonly people: number;
}

/**
 * Where journeys and persons are erased. Rules:
 * - `erase` takes the key, the content and whatever says whose it was, wholly or not at all, and leaves the bare fact that there
 *   was such a journey. From then on no store knows the journey, no process can commit to it whatever it holds in memory, and its
 *   id is never used again.
 * - `erasePerson` takes the number, all drafts and all corrections of the person. The same number met again is another person. Their
 *   sessions are nobody's from then on, and have ended.
 * - Erasing what has been erased changes nothing.
 */
export abstract class ErasureStore {
  /** A journey that has not been erased. */
  abstract find(journey: string): Promise<ErasableJourney | undefined>;
  /** Those in which the person takes part, oldest first. */
  abstract ofPerson(person: string): Promise<readonly ErasableJourney[]>;
  /** Those that have ended, in order of their start and id, after the one given. */
  abstract ended(after: ErasableJourney | undefined, limit: number): Promise<readonly ErasableJourney[]>;
  /** Open journeys in which the person takes part, or an authority was told of them, and their corrections without an answer. */
  abstract openNaming(person: string): Promise<number>;
  /** @returns undefined when there is none, or it has been erased */
  abstract erase(journey: string, at: Instant): Promise<ErasedRows | undefined>;
  /** Corrections that were answered before, so many at most. They are of no journey. */
  abstract correctionsAnswered(before: Instant, limit: number): Promise<readonly string[]>;
  /** With its key and all that was written about it. @returns whether there was one */
  abstract eraseCorrection(correction: string): Promise<boolean>;
  /** @returns whether the vault knew the person */
  abstract erasePerson(person: string): Promise<boolean>;
  /** The person with this CPR number, if the vault knows them. Adds nobody. */
  abstract personWith(cpr: string): Promise<string | undefined>;
}

/**
 * A list of erasures, kept outside the database and its backups, so that whoever restores one can erase again. Rules: `append`
 * resolves when the line is durable; `read` gives all, oldest first, also what others append.
 */
export abstract class ErasureList {
  abstract append(erasure: Erasure): Promise<void>;
  abstract read(): AsyncIterable<Erasure>;
}

/** Journeys that have been erased; `all` when some may have been missed. */
export type Erased = readonly string[] | 'all';

/**
 * Cache invalidation: tells every process to drop what it holds of journeys in memory. Best effort: what is missed is refused at
 * the next use.
 */
export abstract class ErasureNews {
  abstract tell(journeys: readonly string[]): void;
  /** Calls `erased` with what is told from now on. */
  abstract listen(erased: (journeys: Erased) => void): Promise<void>;
}

/** *Token revocation*: ends all sessions of a person in every process, so that no token of theirs is believed any more. */
export interface SessionEnding {
  endAll(person: string): Promise<unknown>;
}
