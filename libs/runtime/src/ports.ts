import { type Instant, type Json } from '#statechart';
import {
  type DispatchRecord,
  type DispatchStatus,
  type Disclosure,
  type JournalEntry,
  type JourneyRecord,
  type JourneyStatus,
  type NewParticipant,
  type OutgoingMessage,
  type RunState,
  type SeenEntry,
} from './journey-record.js';

/**
 * What the runtime needs from the outside. Each port asks for the least; its rules stand above it and are
 * proved for every adapter by one conformance suite (`test/conformance/`).
 */

/** The one source of time. Milliseconds since the epoch. */
export abstract class Clock {
  abstract now(): Instant;
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
 * - `journal` is in order of `seq`, and complete; `seen` is in order, and leaves out what none of the roles may see. Entries that do
 *   not say who may see them are given, for the caller to decide.
 */
export abstract class JourneyStore {
  abstract load(journey: string): Promise<JourneyRecord | undefined>;
  /**
   * Tells of changes that will soon be committed, as every one that is told of must be: what needs only the change
   * itself, such as sealing it, can be done while others are under way. What is wrong with one, the commit says.
   */
  prepare?(changes: readonly Change[]): void;
  abstract commit(changes: readonly Change[]): Promise<readonly CommitOutcome[]>;
  /** Entries with `seq > after`, oldest first. */
  abstract journal(journey: string, after?: number): Promise<readonly JournalEntry[]>;
  /** A page of what any of the viewers (roles, and a person) may see, oldest first. */
  abstract seen(
    journey: string,
    viewers: readonly string[],
    range: JournalRange,
  ): Promise<readonly SeenEntry[]>;
  /** The entry that an event of this origin left, if it was handled before. */
  abstract entryOf(journey: string, origin: string): Promise<JournalEntry | undefined>;
  /** Journeys in which any of the persons takes part (in any role), newest first. */
  abstract journeysOf(persons: readonly string[]): Promise<readonly Participation[]>;
  /** One page of the journeys in which the person takes part, each with every role of theirs, newest first. */
  abstract pageOf(person: string, page: PageRequest): Promise<readonly PersonJourney[]>;
}

/** Keyset pagination of a list that is newest first: what comes after a row does not shift while others are added before it. */
export interface PageRequest {
  /** The last row of the page before; absent: the first page. The row itself need not exist any more. */
  readonly after?: Keyset;
  /** Most rows. */
  readonly limit: number;
}

/** What a row is sorted by. */
export interface Keyset {
  /** When it was started or created. */
  readonly at: Instant;
  readonly id: string;
}

/** The first `limit` entries after a number, or the last `limit` before it. */
export type JournalRange =
  { readonly after: number; readonly limit: number } | { readonly before: number; readonly limit: number };

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

/**
 * Dispatches between being asked for and being settled. Rules: a write touches a dispatch only while it is `pending` (or, for
 * `accept` and `park`, also `accepted`; for `reopen`, also `parked`), and those of one resolve to whether it did; a settled or
 * stopped dispatch is never reopened.
 */
export abstract class DispatchStore {
  abstract find(dispatch: string): Promise<DispatchRecord | undefined>;
  /** All dispatches of a journey in order of `seq`. */
  abstract ofJourney(journey: string): Promise<readonly DispatchRecord[]>;
  /** A transient failure: attempt counted, rung again at `ringAt`. */
  abstract postpone(dispatch: string, failure: Failure, ringAt: Instant): Promise<boolean>;
  /** It was not asked, for its authority is down: no attempt counted, rung again at `ringAt`. */
  abstract defer(dispatch: string, failure: Failure, ringAt: Instant): Promise<boolean>;
  /** The authority answers later, at the latest at `dueAt`. No longer rung. */
  abstract accept(dispatch: string, dueAt: Instant): Promise<boolean>;
  /** Given up: not rung until ops act. */
  abstract park(dispatch: string, failure: Failure): Promise<boolean>;
  /** Ops retry a dispatch that waits or was given up: pending from attempt 0, as if asked for at `at`, and rung from then on. */
  abstract reopen(dispatch: string, at: Instant): Promise<boolean>;
  /**
   * An authority is back: what failed or was put off is rung from `at` on, oldest first, so many a second, unless it would be sooner
   * anyway. What somebody is writing to at the same moment is left alone.
   *
   * @returns how many
   */
  abstract ringAll(authority: string, at: Instant, perSecond: number): Promise<number>;
  /** The same by order of ops, for all that wait and, if they say so, those given up as `unreachable`: each is reopened. */
  abstract reopenAll(authority: string, at: Instant, perSecond: number, parked: boolean): Promise<number>;
}

/** Why something failed. Never content. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/**
 * What is due and must be rung: the safety net under the ring that follows each commit. Rules: returns at most `limit` journeys,
 * and as many dispatches of each authority, so that none holds up another; oldest first; and does not return the same again before
 * `ringAgainAt`; two relays at once share the work without both getting all. Never returns dispatches of a paused authority.
 */
export abstract class DueStore {
  abstract due(now: Instant, ringAgainAt: Instant, limit: number): Promise<Due>;
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
export abstract class DraftStore {
  abstract save(journey: string, task: string, person: string, data: Json): Promise<boolean>;
  abstract find(journey: string, task: string, person: string): Promise<Json | undefined>;
}

/** Published definitions, by content hash; the content never changes under a hash. */
export abstract class DefinitionStore {
  /**
   * Keeps the sources; publishing the same hash again changes nothing, and leaves withdrawn what was.
   *
   * @param by who publishes: `designer:<person>`; absent: `system`, which does it whenever a process starts
   */
  abstract publish(definition: StoredDefinition, by?: string): Promise<void>;
  abstract find(hash: string): Promise<StoredDefinition | undefined>;
  /** The definitions that journeys start on, one for each id and effective date: the latest published that is not withdrawn. */
  abstract list(): Promise<readonly Omit<StoredDefinition, 'sources'>[]>;
  /** Everything that was ever published, by id and effective date, and then in the order of publishing. */
  abstract publications(): Promise<readonly Publication[]>;
  /** From now on no journey starts on it; those under way stay. The first withdrawal stands. False: no such hash. */
  abstract withdraw(hash: string, by: string, reason: string): Promise<boolean>;
  /** Journeys may start on it again. */
  abstract reinstate(hash: string): Promise<void>;
}

/** That a version was published, and whether it was withdrawn. */
export interface Publication extends Omit<StoredDefinition, 'sources'> {
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly withdrawn?: Withdrawal;
}

export interface Withdrawal {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
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
 * about the number. `personsOf` gives the person of each number, all at the price of one. `cprOf` rejects with
 * `InvariantError` for a person it does not know.
 */
export abstract class PersonVault {
  abstract personOf(cpr: string): Promise<string>;
  abstract personsOf(cprs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract cprOf(person: string): Promise<string>;
}

/**
 * A pseudorandom function (HMAC-SHA256) under a secret that every process of the system shares: makes names that people chose
 * unreadable also to those who can try all of them. Rules: the same text gives the same 32 bytes in every process and for as long
 * as any journey lives, whatever becomes of the master key.
 */
export abstract class KeyedDigest {
  abstract of(text: string): Promise<Buffer>;
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
 * answer. Rejects with `UnreachableError` (connection, timeout, 5xx), another `RetryableError` when the authority asks for patience
 * (429 and the like), both with its `Retry-After`, or `InvariantError` when the request or the answer breaks the contract, which trying
 * again cannot mend.
 */
export abstract class AuthorityPort {
  abstract call(
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
export abstract class Doorbell {
  abstract ring(dispatches: readonly Ring[]): Promise<void>;
  /** Rings for a journey's timers, now or at `at`. */
  abstract wake(journeys: readonly { readonly journey: string; readonly at?: Instant }[]): Promise<void>;
}

/** Tells listeners (open event streams) that a journey has moved. Best effort: listeners read the truth from the journal. */
export abstract class Announcer {
  abstract announce(journeys: readonly string[]): void;
}

/** Calls a person. Messages name journeys, authorities and codes, never content. */
export abstract class Alerts {
  abstract raise(alert: {
    readonly journey?: string;
    readonly dispatch?: string;
    readonly authority?: string;
    readonly code: string;
    readonly message: string;
  }): void;
}

/** Authorities that ops have paused. The truth of it, which outlives any queue. */
export abstract class PauseStore {
  abstract paused(): Promise<readonly Pause[]>;
  /** Pausing what is paused changes why and by whom, not since when. */
  abstract set(authority: string, paused: boolean, reason: string, by: string, at: Instant): Promise<void>;
}

export interface Pause {
  readonly authority: string;
  readonly since: Instant;
  /** Of the last word on it. */
  readonly reason: string;
  readonly by: string;
}

/** What ops look for. All fields narrow; times are instants. Results are newest first. */
export abstract class OpsStore {
  abstract journeys(filter: JourneyFilter): Promise<readonly JourneySummary[]>;
  abstract dispatches(filter: DispatchFilter): Promise<readonly DispatchSummary[]>;
  /** Counts for metrics. */
  abstract backlog(): Promise<readonly { authority: string; status: DispatchStatus; count: number }[]>;
}

export interface JourneyFilter extends Partial<PageRequest> {
  readonly status?: JourneyStatus;
  readonly definition?: string;
  /** Path of an active state. */
  readonly state?: string;
  /** Authority with a dispatch that is pending, accepted or parked. */
  readonly authority?: string;
  readonly startedBefore?: Instant;
  /** Not moved since. */
  readonly idleSince?: Instant;
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

export interface DispatchFilter extends Partial<PageRequest> {
  readonly status?: DispatchStatus;
  readonly authority?: string;
  readonly service?: string;
  readonly journey?: string;
  readonly error?: string;
  readonly overdueAt?: Instant;
}

export interface DispatchSummary extends Omit<DispatchRecord, 'input' | 'disclosure'> {
  /** From when on it is rung, while it is pending. */
  readonly ringAt?: Instant;
}
