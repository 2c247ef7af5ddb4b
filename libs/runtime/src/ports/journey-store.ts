import { type Instant } from '#statechart';
import {
  type JournalEntry,
  type JourneyRecord,
  type JourneyStatus,
  type SeenEntry,
} from '../journey-record.js';
import { type Change, type CommitOutcome } from './change.js';
import { type Draft } from './draft-store.js';
import { type DispatchSummary } from './ops-store.js';
import { type PageRequest } from './page-request.js';

/**
 * Aggregate and event store with optimistic concurrency: the truth. Rules:
 * - `commit` stores each change wholly or not at all, and resolves only when what it reports `committed` is
 *   durable. Outcomes stand in the order of the changes. At most one change per journey in one call.
 *   One change that conflicts or fails never affects the others.
 * - `commit` rejects with `RetryableError` when the store cannot be reached; whether the changes were stored is
 *   then unknown, and the version check makes deciding again safe.
 * - Deciding again on a conflict is the caller's matter.
 * - `journal` is in order of `seq`, and complete; `viewRows` leaves out what none of the viewers may see. Entries that do
 *   not say who may see them are given, for the caller to decide.
 */
export abstract class JourneyStore {
  abstract load(journey: string): Promise<JourneyRecord | undefined>;
  abstract commit(changes: readonly Change[]): Promise<readonly CommitOutcome[]>;
  abstract journal(journey: string): Promise<readonly JournalEntry[]>;
  /**
   * What a view shows beside the record, in one read: a page of the entries that any of the viewers (roles, and a person) may see,
   * oldest first, the dispatches with these numbers, which tasks those of the viewers who are persons have drafts of, and
   * whether there are messages to them.
   */
  abstract viewRows(
    journey: string,
    viewers: readonly string[],
    range: JournalRange,
    dispatches: readonly number[],
  ): Promise<ViewRows>;
  /** A page of what this person has sent in a journey, newest first: the last `limit` entries before a number. */
  abstract submissionsOf(
    journey: string,
    person: string,
    page: { readonly before: number; readonly limit: number },
  ): Promise<readonly JournalEntry[]>;
  /** The entry that an event of this origin left, if it was handled before. */
  abstract entryOf(journey: string, origin: string): Promise<JournalEntry | undefined>;
  /** Journeys in which any of the persons takes part (in any role), newest first. */
  abstract journeysOf(persons: readonly string[]): Promise<readonly Participation[]>;
  /**
   * One page of the journeys in which the person takes part, each with every role of theirs, newest first: those that have begun, or
   * those that are offered.
   */
  abstract pageOf(
    person: string,
    page: PageRequest,
    which?: 'begun' | 'offered',
  ): Promise<readonly PersonJourney[]>;
}

/** A journey store that can do part of a commit's work ahead of it. */
export abstract class PreparingStore extends JourneyStore {
  /**
   * Hint: these changes will be committed soon, every one of them. Lets the store do per-change work (encryption,
   * serialisation) while another commit is in flight. Errors surface in `commit`.
   */
  abstract prepare(changes: readonly Change[]): void;
}

/** Above every number of a journal, which stores keep in 32 bits: a page before it begins with the newest entry. */
export const BEYOND_NEWEST = 2 ** 31 - 1;

/** The first `limit` entries after a number, or the last `limit` before it. */
export type JournalRange =
  { readonly after: number; readonly limit: number } | { readonly before: number; readonly limit: number };

/** Rows of a journey that a view is made of. */
export interface ViewRows {
  readonly entries: readonly SeenEntry[];
  readonly dispatches: readonly (DispatchSummary & {
    /** Ops have paused the authority. */
    readonly paused?: boolean;
  })[];
  readonly drafts: readonly (Pick<Draft, 'savedAt'> & { readonly task: string })[];
  /** Whether there are messages to those of the viewers who are persons. */
  readonly writtenTo: boolean;
}

export interface Participation {
  readonly journey: string;
  readonly definition: string;
  readonly hash: string;
  readonly status: JourneyStatus;
  readonly role: string;
  readonly person: string;
  readonly startedAt: Instant;
}

export type PersonJourney = Omit<Participation, 'role' | 'person'> & { readonly roles: readonly string[] };
