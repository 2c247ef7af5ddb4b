import { type Instant, type Json } from '#statechart';
import {
  type DispatchStatus,
  type Disclosure,
  type JournalEntry,
  type JourneyStatus,
  type NewParticipant,
  type RunState,
} from '../journey-record.js';
import { type OutgoingMessage } from '../mailbox/message.js';

/** Outbox row: commits as `pending` and is rung by the relay from `ringAt` on unless settled before. */
export interface NewDispatch {
  /** Negative for a delivery, 0 for a correction. */
  readonly seq: number;
  readonly service: string;
  readonly authority: string;
  /** Path of the state that asks; absent for a compensation, a delivery and a correction. */
  readonly state?: string;
  /** Number of the dispatch that a compensation undoes. */
  readonly undoes?: number;
  /** Null for a delivery: it gives what its message says. */
  readonly input: Json;
  readonly disclosure?: Disclosure;
  /** From when on the relay rings it, by wall time; a little later than now, for the ring that follows the commit comes first. */
  readonly ringAt: Instant;
}

/** A dispatch that is asked of another authority than before; its input is sealed to the one it is for. */
export type Readdressed = Pick<NewDispatch, 'seq' | 'service' | 'authority' | 'input'>;

/** Settlement of the dispatch that an event answers: an open one, or, `late` and `refused`, one that was stopped. */
export interface Settlement {
  /** Number of the dispatch. */
  readonly seq: number;
  readonly status: Extract<DispatchStatus, 'answered' | 'refused' | 'late'>;
}

/** Drafts and documents to delete of a task: one person's, or everybody's. */
export interface ClearedDrafts {
  readonly task: string;
  readonly person?: string;
  /** Ids of the documents that were sent, which stay. */
  readonly sent?: readonly string[];
}

/** Unit of work: everything that one event changes in one journey. Dispatches and timers go by their numbers within it. */
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
  /** Dispatches that wait or were given up, and are now for another authority. */
  readonly readdressed?: readonly Readdressed[];
  readonly settles?: Settlement;
  /** Numbers of the dispatches that the journey no longer waits for. */
  readonly stops: readonly number[];
  /** Negative for a notice to another journey. */
  readonly timers: readonly { readonly seq: number; readonly due: Instant }[];
  readonly timersCleared: readonly number[];
  readonly messages: readonly OutgoingMessage[];
  readonly participants: readonly NewParticipant[];
  /** Who no longer has a role; they may come into it again. */
  readonly departures: readonly NewParticipant[];
  /** Drafts that the event makes obsolete. */
  readonly draftsCleared: readonly ClearedDrafts[];
}

/**
 * Outcome of optimistic concurrency, per change. `committed`: durable, wholly. `conflict`: another event came first (or, for
 * `expects: 0`, the journey exists): nothing of this change is stored; load again and decide anew. `failed`: this change alone
 * could not be stored; nothing of it is.
 */
export type CommitOutcome =
  | { readonly kind: 'committed' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly error: Error };
