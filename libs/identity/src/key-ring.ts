import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import { type SigningKeyStore, type StoredSigningKey, type WallClock } from '#runtime';
import { type Instant } from '#statechart';
import { type KeySource } from './key-source.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** For how long a key signs, in milliseconds. */
export const SIGNS_FOR = 30 * DAY;
/** For how long it verifies after that: longer than any token is believed. */
export const OVERLAP = DAY + MINUTE;
/** How old what is known of the keys may be. A key whose row is deleted is believed by nobody after that. */
const KNOWN_FOR = MINUTE;
/** Names that nobody has cost one look in the store in this time, however many they are. */
const SOONEST = 1_000;

interface Key {
  readonly generation: number;
  readonly id: string;
  readonly signing: CryptoKey;
  readonly verifying: CryptoKey;
  readonly published: JWK;
  readonly madeAt: Instant;
}

/**
 * *Key rotation* of our own tokens, without a restart: the newest key signs, the one before it verifies until its tokens are over. Whichever
 * process first finds the newest too old makes the next, and the others find it in the store.
 */
export class KeyRing implements KeySource {
  readonly #store: SigningKeyStore;
  readonly #clock: WallClock;
  /** Newest first. */
  #keys: readonly Key[] = [];
  #readAt = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(store: SigningKeyStore, clock: WallClock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The key that signs now, and its id. Rejects with what the store rejects with. */
  async signing(): Promise<{ readonly id: string; readonly key: CryptoKey }> {
    await this.#read(KNOWN_FOR);
    if (!this.#signs(this.#keys[0])) {
      await this.#make((this.#keys[0]?.generation ?? 0) + 1);
      await this.#read(0);
    }
    const [newest] = this.#keys;
    if (!newest) throw new Error('The store has lost the key that was just made; see the table signing_key.');
    return { id: newest.id, key: newest.signing };
  }

  async verifying(id: string): Promise<CryptoKey | undefined> {
    await this.#read(KNOWN_FOR);
    if (!this.#find(id)) await this.#read(SOONEST);
    return this.#find(id)?.verifying;
  }

  /** The public keys, as a JSON Web Key Set (RFC 7517). */
  async published(): Promise<JSONWebKeySet> {
    await this.#read(KNOWN_FOR);
    return { keys: this.#keys.filter(key => this.#verifies(key)).map(({ published }) => published) };
  }

  #find(id: string): Key | undefined {
    const key = this.#keys.find(candidate => candidate.id === id);
    return key && this.#verifies(key) ? key : undefined;
  }

  #signs(key: Key | undefined): boolean {
    return key !== undefined && this.#clock.now() - key.madeAt < SIGNS_FOR;
  }

  #verifies(key: Key): boolean {
    const next = this.#keys[this.#keys.indexOf(key) - 1];
    return next === undefined || this.#clock.now() - next.madeAt < OVERLAP;
  }

  async #read(atMost: number): Promise<void> {
    if (this.#clock.now() - this.#readAt < atMost) return;
    this.#reading ??= this.#readAll().finally(() => (this.#reading = undefined));
    await this.#reading;
  }

  async #readAll(): Promise<void> {
    const stored = await this.#store.all();
    const known = new Map(this.#keys.map(key => [key.id, key]));
    this.#keys = await Promise.all(stored.map(async key => known.get(key.id) ?? (await opened(key))));
    this.#readAt = this.#clock.now();
  }

  async #make(generation: number): Promise<void> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    await this.#store.add(await storedKey(privateKey, generation, this.#clock.now()));
  }
}

/** An ES256 key as it is stored. */
export async function storedKey(
  key: CryptoKey,
  generation: number,
  madeAt: Instant,
): Promise<StoredSigningKey> {
  const jwk = await exportJWK(key);
  return {
    generation,
    id: await calculateJwkThumbprint(jwk),
    jwk: { ...jwk } as StoredSigningKey['jwk'],
    madeAt,
  };
}

async function opened({ generation, id, jwk, madeAt }: StoredSigningKey): Promise<Key> {
  const { d: _private, ...open } = jwk as JWK;
  const imported = (part: JWK): Promise<CryptoKey> => importJWK(part, 'ES256') as Promise<CryptoKey>;
  return {
    generation,
    id,
    signing: await imported(jwk as JWK),
    verifying: await imported(open),
    published: { ...open, kid: id, alg: 'ES256', use: 'sig' },
    madeAt,
  };
}
