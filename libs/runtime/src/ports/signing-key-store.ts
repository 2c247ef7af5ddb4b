import { type Instant, type Json } from '#statechart';

/**
 * Keys that sign access tokens. Rules: each generation is made once, by whichever process comes first; all processes find the same;
 * the private keys are sealed where they are kept.
 */
export abstract class SigningKeyStore {
  /** Newest first. */
  abstract all(): Promise<readonly StoredSigningKey[]>;
  /** Adds a key unless its generation is there already, and drops those that are older than the one before it. */
  abstract add(key: StoredSigningKey): Promise<void>;
}

export interface StoredSigningKey {
  /** From 1. */
  readonly generation: number;
  /** Its thumbprint (RFC 7638), the `kid` of what it signs. */
  readonly id: string;
  /** Private JSON Web Key (RFC 7517). */
  readonly jwk: Json;
  readonly madeAt: Instant;
}
