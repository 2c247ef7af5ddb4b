import { type CompiledJourney } from '#journey';
import { type DispatchRecord, type JournalEntry, type JourneyRecord } from '#runtime';
import { type Instant } from '#statechart';
import { type LedgerEntry } from '../../../apps/authorities/src/ledger/ledger-entry.js';

/**
 * All that the auditor knows: what the authorities say, what is stored, what participants read, and what was acknowledged
 * to those who asked for it. Taken while nothing moves.
 */
export interface Accounts {
  /** When they were taken, by the clock of the system. */
  readonly at: Instant;
  /** Whatever authorities did for any of the journeys, and for nobody else. */
  readonly ledger: readonly LedgerEntry[];
  readonly journeys: readonly JourneyAccount[];
  readonly acknowledged: readonly Acknowledged[];
  /** Origins of what was asked with an Idempotency-Key, by person and key. */
  readonly origins: ReadonlyMap<string, string>;
  /** By hash: what the journeys are pinned to. */
  readonly definitions: ReadonlyMap<string, CompiledJourney>;
}

/** One journey, as it is stored and read. */
export interface JourneyAccount {
  readonly record: JourneyRecord;
  readonly journal: readonly JournalEntry[];
  /** The input, which is content, is taken from the journal. */
  readonly dispatches: readonly Omit<DispatchRecord, 'input'>[];
  readonly timers: readonly { readonly seq: number; readonly due: Instant }[];
  /** One for each participant. */
  readonly readings: readonly Reading[];
}

/** `GET /v1/journeys/{id}` as one person reads it. Of the document, what the auditor compares. */
export interface Reading {
  readonly person: string;
  readonly status: number;
  readonly etag: string | null;
  readonly document?: {
    readonly id: string;
    readonly hash: string;
    readonly status: string;
    readonly version: string;
    readonly states: readonly { readonly path: string }[];
    readonly tasks: readonly { readonly task: string }[];
    readonly others: readonly { readonly task: string }[];
    readonly happened: readonly { readonly id: string }[];
    readonly earlier?: string;
  };
  /** The number of the entry that this person knows by an id. */
  readonly seqOf: (id: string) => number | undefined;
}

/**
 * A request that was answered with success: 2xx. `key` is its Idempotency-Key; the same request repeated with its key, and
 * acknowledged again, stands here once or more often.
 */
export type Acknowledged =
  | { readonly kind: 'start'; readonly journey: string; readonly person: string; readonly key?: string }
  | {
      readonly kind: 'submit';
      readonly journey: string;
      readonly person: string;
      readonly task: string;
      readonly event: string;
      readonly key?: string;
    }
  | { readonly kind: 'cancel'; readonly journey: string; readonly person: string; readonly key?: string }
  /** A register event, with the CloudEvents id, for a journey that listened to it. */
  | { readonly kind: 'report'; readonly journey: string; readonly authority: string; readonly id: string }
  /** A callback, with the result it was answered with. */
  | {
      readonly kind: 'callback';
      readonly journey: string;
      readonly dispatch: string;
      readonly result: 'settled' | 'duplicate' | 'late';
    };
