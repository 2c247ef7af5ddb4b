import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { InvariantError } from '#runtime';
import { JourneyKey } from './journey-key.js';
import { type MasterKeys } from './master-keys.js';

const MOST_KEPT = 20_000;

/** Key store: makes, wraps and unwraps the data keys of journeys, with an LRU cache for the journeys that move. */
export class JourneyKeys {
  readonly #masterKeys: MasterKeys;
  readonly #kept: LRUCache<string, JourneyKey>;

  constructor(masterKeys: MasterKeys, mostKept = MOST_KEPT) {
    this.#masterKeys = masterKeys;
    this.#kept = new LRUCache({ max: mostKept });
  }

  /** A key for a new journey. Not kept: the journey may turn out to exist, with another key. */
  make(journey: string): JourneyKey {
    const bytes = randomBytes(32);
    const wrapped = this.#masterKeys.wrap(placeOfJourneyKey(journey), bytes);
    return new JourneyKey(journey, createSecretKey(bytes), wrapped);
  }

  /**
   * @param wrapped as stored; null when it has been erased
   * @throws InvariantError `unsealable` when it has been erased or cannot be unwrapped
   */
  unwrap(journey: string, wrapped: Buffer | null): JourneyKey {
    if (wrapped === null) {
      this.forget(journey);
      throw new InvariantError('unsealable', `journey ${journey} has no key: its data have been erased`);
    }
    const kept = this.#kept.get(journey);
    if (kept?.wrapped.equals(wrapped)) return kept;
    const unwrapped = new JourneyKey(journey, this.#unwrap(journey, wrapped), wrapped);
    this.#kept.set(journey, unwrapped);
    return unwrapped;
  }

  /** The key, if it is cached. */
  kept(journey: string): JourneyKey | undefined {
    return this.#kept.get(journey);
  }

  keep(journey: string, key: JourneyKey): void {
    this.#kept.set(journey, key);
  }

  forget(journey: string): void {
    this.#kept.delete(journey);
  }

  forgetAll(): void {
    this.#kept.clear();
  }

  #unwrap(journey: string, wrapped: Buffer): KeyObject {
    try {
      return this.#masterKeys.unwrapKey(placeOfJourneyKey(journey), wrapped);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new InvariantError('unsealable', `the key of journey ${journey} cannot be unwrapped: ${reason}`, {
        cause: error,
      });
    }
  }
}

/** Associated data of a wrapped journey key: where it stands. */
export function placeOfJourneyKey(journey: string): string {
  return `${journey}/key`;
}
