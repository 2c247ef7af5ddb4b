import type { Instant, Json } from '#statechart';
import type {
  DispatchRecord,
  DispatchStatus,
  Disclosure,
  JournalEntry,
  JourneyRecord,
  JourneyStatus,
  NewParticipant,
  OutgoingMessage,
  RunState,
} from './journey-record.js';

/**
 * What the runtime needs from the outside. Each port asks for the least; its rules stand above it and are
 * proved for every adapter by one conformance suite (`test/conformance/`).
 */

/** The one source of time. Milliseconds since the epoch. */
export interface Clock {
  now(): Instant;
}

/** A new dispatch: commits as `pending` and is rung by the relay from `ringAt` on unless settled before. */
export interface NewDispatch {
  readonly id: string;
  readonly seq: number;
  readonly service: string;
  readonly authority: string;
  readonly step: string;
  readonly input: Json;
  readonly disclosure?: Disclosure;
  /** From when on the relay rings it; a little later than now, for the ring that follows the commit comes first. */
  readonly ringAt: Instant;
}

/** How an event settles the dispatch it answers: an open one, or, `late` and `refused`, one that was stopped. */
export interface Settlement {
  readonly dispatch: string;
  readonly status: Extract<DispatchStatus, 'answered' | 'refused' | 'late'>;
}

/** The drafts of a task: one person's, or everybody's. */
export interface ClearedDrafts {
  readonly task: string;
  readonly person?: string;
}

/** Everything that one event changes in one journey. */
export interface Change {
  readonly journey: string;
  readonly definition: string;
  readonly hash: string;
  /** Version the decision was made on; 0 creates the journey. */
  readonly expects: number;
  readonly at: Instant;
  readonly status: JourneyStatus;
  readonly state: RunState;
  /** Paths of the active states, plain for ops. */
  readonly states: readonly string[];
  /** Becomes entry number `expects + 1`. */
  readonly entry: Omit<JournalEntry, 'seq'>;
  readonly dispatches: readonly NewDispatch[];
  readonly settles?: Settlement;
  /** Dispatches the journey no longer waits for. */
  readonly stops: readonly string[];
  readonly timers: readonly { readonly seq: number; readonly due: Instant }[];
  readonly timersCleared: readonly number[];
  readonly messages: readonly OutgoingMessage[];
  readonly participants: readonly NewParticipant[];
  /** Drafts that the event makes obsolete. */
  readonly draftsCleared: readonly ClearedDrafts[];
}

/**
 * `committed`: durable, wholly. `conflict`: another event came first (or, for `expects: 0`, the journey
 * exists): nothing of this change is stored; load again and decide anew. `failed`: this change alone could
 * not be stored; nothing of it is.
 */
export type CommitOutcome =
  | { readonly kind: 'committed' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly error: Error };

/**
 * The truth. Rules:
 * - `commit` stores each change wholly or not at all, and resolves only when what it reports `committed` is
 *   durable. Outcomes stand in the order of the changes. At most one change per journey in one call.
 *   One change that conflicts or fails never affects the others.
 * - `commit` rejects with `RetryableError` when the store cannot be reached; whether the changes were stored is
 *   then unknown, and the version check makes deciding again safe.
 * - Deciding again on a conflict is the caller's matter.
 * - `journal` is in order of `seq`, and complete.
 */
export interface JourneyStore {
  load(journey: string): Promise<JourneyRecord | undefined>;
  /**
   * Tells of changes that will soon be committed, as every one that is told of must be: what needs only the change
   * itself, such as sealing it, can be done while others are under way. What is wrong with one, the commit says.
   */
  prepare?(changes: readonly Change[]): void;
  commit(changes: readonly Change[]): Promise<readonly CommitOutcome[]>;
  /** Entries with `seq > after`, oldest first. */
  journal(journey: string, after?: number): Promise<readonly JournalEntry[]>;
  /** The entry that an event of this origin left, if it was handled before. */
  entryOf(journey: string, origin: string): Promise<JournalEntry | undefined>;
  /** Journeys in which any of the persons takes part (in any role), newest first. */
  journeysOf(persons: readonly string[]): Promise<readonly Participation[]>;
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

/**
 * Dispatches between being asked for and being settled. Rules: each of the three writes touches a dispatch only while it is
 * `pending` (or, for `accept` and `park`, also `accepted`) and resolves to whether it did; a settled or stopped dispatch is never reopened,
 * except by `reopen`, which takes only a `parked` one.
 */
export interface DispatchStore {
  find(dispatch: string): Promise<DispatchRecord | undefined>;
  /** All dispatches of a journey in order of `seq`. */
  ofJourney(journey: string): Promise<readonly DispatchRecord[]>;
  /** A transient failure: attempt counted, rung again at `ringAt`. */
  postpone(dispatch: string, failure: { code: string; message: string }, ringAt: Instant): Promise<boolean>;
  /** The authority answers later, at the latest at `dueAt`. No longer rung. */
  accept(dispatch: string, dueAt: Instant): Promise<boolean>;
  /** Given up: not rung until ops act. */
  park(dispatch: string, failure: { code: string; message: string }): Promise<boolean>;
  /** Ops retry a parked dispatch: pending again from attempt 0, rung from `ringAt`. */
  reopen(dispatch: string, ringAt: Instant): Promise<boolean>;
}

/**
 * What is due and must be rung: the safety net under the ring that follows each commit. Rules: returns at most `limit` journeys,
 * and as many dispatches of each authority, so that none holds up another; oldest first; and does not return the same again before
 * `ringAgainAt`; two relays at once share the work without both getting all. Never returns dispatches of a paused authority.
 */
export interface DueStore {
  due(now: Instant, ringAgainAt: Instant, limit: number): Promise<Due>;
}

export interface Due {
  readonly dispatches: readonly Ring[];
  /** Journeys with a timer that is due. */
  readonly journeys: readonly string[];
}

/**
 * Drafts of tasks, one per participant and task; sealed. Rules: `save` keeps a draft only while its task is an active state of a
 * journey that has not ended, and resolves to whether it did. However the two fall together, none outlives the commit that clears it.
 */
export interface DraftStore {
  save(journey: string, task: string, person: string, data: Json): Promise<boolean>;
  find(journey: string, task: string, person: string): Promise<Json | undefined>;
}

/** Published definitions, by content hash; the content never changes under a hash. */
export interface DefinitionStore {
  /** Keeps the sources; publishing the same hash again changes nothing. */
  publish(definition: StoredDefinition): Promise<void>;
  find(hash: string): Promise<StoredDefinition | undefined>;
  /** The published definitions, one for each id and effective date: the latest published. */
  list(): Promise<readonly Omit<StoredDefinition, 'sources'>[]>;
}

export interface StoredDefinition {
  readonly hash: string;
  readonly id: string;
  /** `YYYY-MM-DD`: the first day on which journeys start on it. */
  readonly effective: string;
  /** Path within the journey's folder -> text. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * The one place that knows CPR numbers. Rules: the same number always gives the same person id; a person id tells nothing
 * about the number. `cpr` rejects with `InvariantError` for a person it does not know.
 */
export interface PersonVault {
  personOf(cpr: string): Promise<string>;
  cprOf(person: string): Promise<string>;
}

/**
 * A pseudorandom function (HMAC-SHA256) under a secret that every process of the system shares: makes names that people chose
 * unreadable also to those who can try all of them. Rules: the same text gives the same 32 bytes in every process and for as long
 * as any journey lives, whatever becomes of the master key.
 */
export interface KeyedDigest {
  of(text: string): Promise<Buffer>;
}

/** What an authority says to a dispatch. A refusal is an answer, not an error. */
export type AuthorityReply =
  | { readonly kind: 'answered'; readonly answer: Json }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'accepted' };

export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
}

/**
 * Calls a service, with the dispatch id as idempotency key: calling again with the same id has one effect and gives the same
 * answer. Rejects with `RetryableError` (connection, timeout, 429, 5xx; honours `Retry-After`), or `InvariantError` when the
 * request or the answer breaks the contract, which trying again cannot mend.
 */
export interface AuthorityPort {
  call(
    request: { dispatch: string; service: string; input: Json },
    signal?: AbortSignal,
  ): Promise<AuthorityReply>;
}

/** A dispatch to be done by a worker of its authority. */
export interface Ring {
  readonly dispatch: string;
  readonly authority: string;
  /**
   * It should have been done by now, and was rung for at that instant if nothing went wrong: whatever became of that ring must not
   * stand in the way of this one. While work rung for before then still waits, its own ring may wait behind it, and need not
   * be repeated. 0 for one that has been tried: it waits in a job of its own, where it would be found.
   */
  readonly again?: Instant;
}

/**
 * Tells workers that there is something to do. It may lose everything at any moment, and may ring twice: what Postgres says is
 * due is rung again, and doing is safe to repeat. Rings carry ids only. Rejects with `RetryableError` when out of reach;
 * callers go on, for the relay rings again.
 */
export interface Doorbell {
  ring(dispatches: readonly Ring[]): Promise<void>;
  /** Rings for a journey's timers, now or at `at`. */
  wake(journeys: readonly { readonly journey: string; readonly at?: Instant }[]): Promise<void>;
}

/** Tells listeners (open event streams) that a journey has moved. Best effort: listeners read the truth from the journal. */
export interface Announcer {
  announce(journeys: readonly string[]): void;
}

/** Calls a person. Messages name journeys and codes, never content. */
export interface Alerts {
  raise(alert: {
    readonly journey?: string;
    readonly dispatch?: string;
    readonly code: string;
    readonly message: string;
  }): void;
}

/** Authorities that ops have paused. The truth of it, which outlives any queue. */
export interface PauseStore {
  paused(): Promise<readonly string[]>;
  set(authority: string, paused: boolean, reason: string, by: string): Promise<void>;
}

/** What ops look for. All fields narrow; times are instants. Results are newest first, at most `limit`. */
export interface OpsStore {
  journeys(filter: JourneyFilter): Promise<readonly JourneySummary[]>;
  dispatches(filter: DispatchFilter): Promise<readonly DispatchSummary[]>;
  /** Counts for metrics. */
  backlog(): Promise<readonly { authority: string; status: DispatchStatus; count: number }[]>;
}

export interface JourneyFilter {
  readonly status?: JourneyStatus;
  readonly definition?: string;
  /** Path of an active state. */
  readonly state?: string;
  /** Authority with a dispatch that is pending, accepted or parked. */
  readonly authority?: string;
  readonly startedBefore?: Instant;
  /** Not moved since. */
  readonly idleSince?: Instant;
  readonly before?: string;
  readonly limit?: number;
}

export interface JourneySummary {
  readonly journey: string;
  readonly definition: string;
  readonly hash: string;
  readonly status: JourneyStatus;
  readonly states: readonly string[];
  readonly version: number;
  readonly startedAt: Instant;
  readonly movedAt: Instant;
}

export interface DispatchFilter {
  readonly status?: DispatchStatus;
  readonly authority?: string;
  readonly service?: string;
  readonly journey?: string;
  readonly error?: string;
  readonly overdueAt?: Instant;
  readonly before?: string;
  readonly limit?: number;
}

export type DispatchSummary = Omit<DispatchRecord, 'input' | 'disclosure'>;
