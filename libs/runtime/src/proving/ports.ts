import { type JsonWebKey } from 'node:crypto';
import { type Instant } from '#statechart';
import { type AccessRecord } from '../ports.js';
import { type ErasedSubject } from '../erasing/erasure.js';
import { type AccessFields } from './access-fields.js';
import { type ChainReport } from './chain-check.js';
import { type SaltedFields } from './commitment.js';

/** Whose chain: one of what the person may know, and one of what they may not. */
export interface ChainOwner {
  /** Absent when they have been erased. */
  readonly person?: string;
  readonly withheld: boolean;
}

/** Hash chain of the access log of one person. */
export interface AccessChain extends ChainOwner {
  readonly id: string;
  readonly entries: number;
  /** Of the last entry. */
  readonly link: Buffer;
  /** JWS, see {@link ChainHead}. */
  readonly head: string;
  /** Whose it was who has been erased. */
  readonly erased?: ErasedSubject;
}

/** What is to be chained, in the order in which it was recorded. */
export interface RecordedAccess {
  readonly record: AccessRecord;
  /** Who has looked, as the audit trail has it. */
  readonly actor?: string;
  /** Number of the transaction that wrote it. */
  readonly recorded: number;
  /** Who takes part in its journey now; of none: nobody. */
  readonly participants: readonly { readonly person: string; readonly role: string }[];
}

export interface NewChainEntry {
  readonly number: number;
  readonly commitment: Buffer;
  readonly link: Buffer;
  readonly fields: AccessFields;
  readonly salted: SaltedFields;
  readonly recorded: number;
}

/** A chain as it is after some entries have been appended. */
export interface GrownChain extends Omit<AccessChain, 'erased'> {
  readonly person: string;
  readonly appended: readonly NewChainEntry[];
}

/** An entry as it is stored. */
export interface ChainEntry {
  readonly number: number;
  readonly commitment: Buffer;
  readonly link: Buffer;
  /** Absent when what it was about has been erased; `unreadable` when what is stored cannot be opened. */
  readonly content?: EntryContent | 'unreadable';
  /** What was erased; absent when nobody has marked it. */
  readonly erased?: ErasedSubject;
}

export interface EntryContent {
  readonly fields: AccessFields;
  readonly salted: SaltedFields;
  /** A journey, a mandate, a correction or a person; see {@link ownerOf}. */
  readonly owner: string;
  /** Of the definition that the journey is pinned to; absent of no journey. */
  readonly hash?: string;
  /** What the source says now; absent when it is gone. */
  readonly source?: AccessFields;
  /** Whether the source was written anew since; then its authority may be another. */
  readonly rewritten: boolean;
}

/** How a round of chaining ended. */
export interface ChainRound {
  readonly appended: number;
  /** There may be more to chain. */
  readonly more: boolean;
  /** Whether another process was at it. */
  readonly elsewhere: boolean;
}

/** How the chains stand. */
export interface ChainStanding {
  readonly chains: number;
  readonly entries: number;
  /** When a head was last signed; absent while none is known. */
  readonly sealedAt?: Instant;
  /** How many records stand in no chain yet, and since when the oldest of them waits. */
  readonly waiting: number;
  readonly waitingSince?: Instant;
}

/** That somebody had all chains verified. */
export interface ChainVerification {
  readonly id: string;
  /** As the audit trail has it. */
  readonly actor: string;
  readonly startedAt: Instant;
  /** Absent while it is under way, or when it died. */
  readonly finished?: { readonly at: Instant; readonly report: ChainReport };
}

/**
 * Verifications of all chains. Rules: each is begun before it runs and finished once; nothing of it names a person but who asked for it.
 */
export abstract class ChainVerificationStore {
  abstract begin(verification: Omit<ChainVerification, 'finished'>): Promise<void>;
  abstract finish(id: string, at: Instant, report: ChainReport): Promise<void>;
  /** Newest first. */
  abstract latest(limit: number): Promise<readonly ChainVerification[]>;
}

/**
 * Hash chains beside the access log. Rules: a record stands in the chains once for each person that it concerns, in an order in which
 * commits can have come; one writer at a time, in all processes; a round is stored wholly or not at all; erasing a journey or a person
 * takes what its entries are about with their salts, and leaves commitments and links.
 */
export abstract class AccessChainStore {
  /** Chains what comes next, at most so many records. */
  abstract extend(
    most: number,
    grow: (
      recorded: readonly RecordedAccess[],
      chains: readonly AccessChain[],
    ) => Promise<readonly GrownChain[]>,
  ): Promise<ChainRound>;
  /** In order of their ids, after the one given. */
  abstract chains(limit: number, after?: string): Promise<readonly AccessChain[]>;
  abstract chainsOf(person: string): Promise<readonly AccessChain[]>;
  /** Those in which something of a journey stands. */
  abstract chainsWith(journey: string): Promise<readonly AccessChain[]>;
  /** How they stand. */
  abstract standing(): Promise<ChainStanding>;
  /** In order of their numbers, after the one given. */
  abstract entries(chain: string, after: number, limit: number): Promise<readonly ChainEntry[]>;
  /** Ids of records that should have been chained by now and stand in no chain. */
  abstract unchained(limit: number): Promise<readonly string[]>;
}

export interface StoredHeadKey {
  /** From 1. */
  readonly generation: number;
  /** Its thumbprint (RFC 7638). */
  readonly id: string;
  readonly public: JsonWebKey;
  /** Absent once a newer key signs. */
  readonly private?: JsonWebKey;
  readonly madeAt: Instant;
}

/**
 * Keys that sign the heads of chains. Rules: each generation is made once; public keys are kept for ever, and the private key of the
 * newest alone, sealed.
 */
export abstract class HeadKeyStore {
  /** Newest first. */
  abstract all(): Promise<readonly StoredHeadKey[]>;
  /** Adds a key unless its generation is there already. */
  abstract add(key: Required<StoredHeadKey>): Promise<void>;
}
