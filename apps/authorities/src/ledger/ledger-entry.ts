import { type FinalReply } from '#authorities';
import { type JsonObject } from '#statechart';

/**
 * What a request did: changed something (`effect`), undid something (`compensation`), only asked (`read`), was refused, or
 * had been handled before (`duplicate`).
 */
export type EntryKind = 'effect' | 'compensation' | 'read' | 'refusal' | 'duplicate';

/** Where the answer of a service that answers later stands. */
export type CallbackStatus = 'due' | 'held' | 'acknowledged' | 'rejected';

/** A document that came with a request: what it was, and nothing of what it says. */
export interface FetchedDocument {
  readonly field: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** One line of the ledger, as anyone may read it: what was done for which key, without the personal data. */
export interface LedgerEntry {
  readonly seq: number;
  /** ISO instant of calendar time. */
  readonly at: string;
  /** The role. */
  readonly authority: string;
  /** The municipality or region that was asked. */
  readonly askedOf?: string;
  readonly service: string;
  /** The idempotency key: the dispatch. */
  readonly key: string;
  readonly kind: EntryKind;
  /** Keyed digest of the request body: the same body, the same digest. */
  readonly digest: string;
  /** Names of the fields that were disclosed, and their categories. */
  readonly fields: readonly string[];
  readonly categories: readonly string[];
  /** Absent when none came. */
  readonly documents?: readonly FetchedDocument[];
  /** Of a refusal. */
  readonly code?: string;
  /** Of a compensation: the key it undoes, and whether that had had an effect. */
  readonly undoes?: string;
  readonly undone?: boolean;
  /** How often a request with this key was received, this one included. */
  readonly received: number;
  readonly callback?: CallbackStatus;
  /** When the callback is due, as an ISO instant of calendar time. */
  readonly callbackAt?: string;
}

/** What the authority itself keeps: the entry, the request and the reply it gives again to the same key. */
export interface LedgerRecord {
  readonly entry: LedgerEntry;
  readonly input: JsonObject;
  readonly reply: FinalReply;
}
