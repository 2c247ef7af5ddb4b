import { type CompiledJourney } from '#journey';
import {
  type DispatchRecord,
  type JournalEntry,
  type JourneyRecord,
  type MessageRecord,
  type MessageWay,
  type SettleResult,
} from '#runtime';
import { type Instant, type Json } from '#statechart';
import { type LedgerEntry } from '../../apps/authorities/src/ledger/ledger-entry.js';
import { type Finding } from './finding.js';

/**
 * Account of the facts, read from outside the runtime: the stores, the ledgers of the authorities, the answers to participants, and
 * the requests that were acknowledged. Taken while nothing moves. The auditor knows nothing else.
 */
export interface Accounts {
  /** When they were taken, by the clock of the system. */
  readonly at: Instant;
  readonly moment: Moment;
  readonly journeys: readonly JourneyRecord[];
  /** By journey, in order of `seq`. */
  readonly journal: ReadonlyMap<string, readonly JournalEntry[]>;
  /** With their disclosures. */
  readonly dispatches: readonly DispatchRecord[];
  readonly timers: readonly StoredTimer[];
  readonly messages: readonly StoredMessage[];
  /** Ledgers of all authorities. */
  readonly effects: readonly Effect[];
  /** One for each participant of each journey. */
  readonly readings: readonly Reading[];
  readonly acknowledged: readonly Acknowledged[];
  /** Origins of what was asked with an Idempotency-Key, by person and key. */
  readonly origins: ReadonlyMap<string, string>;
  /** By hash: what the journeys are pinned to. */
  readonly definitions: ReadonlyMap<string, CompiledJourney>;
  /** Findings made before, while the system ran: after single commits, or at single rings. */
  readonly earlier: readonly Finding[];
}

/**
 * `still`: nothing moves. `at rest`: ops have seen to everything too. `at the end`: so much time has passed that every journey must
 * have ended.
 */
export type Moment = 'still' | 'at rest' | 'at the end';

export interface StoredTimer {
  readonly journey: string;
  readonly seq: number;
  readonly due: Instant;
}

export interface StoredMessage extends Pick<MessageRecord, 'journey' | 'number' | 'person' | 'status'> {
  readonly way?: MessageWay | null;
}

/** Entry in the ledger of an authority. */
export interface Effect extends Pick<
  LedgerEntry,
  'service' | 'key' | 'kind' | 'digest' | 'fields' | 'categories' | 'code' | 'undoes' | 'undone' | 'callback'
> {
  /** Content, where the ledger keeps it: the request, and the answer or the refusal. */
  readonly input?: Json;
  readonly reply?: Json;
}

/** `GET /v1/journeys/{id}` as one person reads it. Of the document, what the auditor compares. */
export interface Reading {
  readonly journey: string;
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
 * Request that was answered with success: 2xx. `key` is its Idempotency-Key; the same request repeated with its key, and
 * acknowledged again, stands here once or more often.
 */
export type Acknowledged = { readonly journey: string } & (
  | { readonly kind: 'start' | 'cancel'; readonly person: string; readonly key?: string }
  | {
      readonly kind: 'submit';
      readonly person: string;
      readonly key?: string;
      readonly task: string;
      readonly event: string;
    }
  /** A register event, with the CloudEvents id, for a journey that listened to it. */
  | { readonly kind: 'report'; readonly authority: string; readonly id: string }
  /** A callback, with the result it was answered with. */
  | { readonly kind: 'callback'; readonly dispatch: string; readonly result: SettleResult }
);

/** Persons who take part in a journey, in any role. */
export function participantsOf({ state }: JourneyRecord): readonly string[] {
  const roles = Object.values(state.chart.context.roles).flat();
  return [...new Set(roles.map(({ person }) => person))];
}
