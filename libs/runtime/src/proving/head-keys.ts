import { createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { type WallClock } from '../ports.js';
import { headKeyId } from './signed-head.js';
import { type HeadKeyStore } from './ports.js';

/** For how long a key signs, in milliseconds. */
const SIGNS_FOR = 90 * 24 * 60 * 60_000;

/**
 * *Key rotation* of what signs the heads of chains. Unlike those of tokens no public key is ever dropped: a head that somebody has taken
 * home must be verified years later.
 */
export class HeadKeys {
  readonly #store: HeadKeyStore;
  readonly #clock: WallClock;

  constructor(store: HeadKeyStore, clock: WallClock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The key that signs now. Whichever process first finds the newest too old makes the next. */
  async signing(): Promise<{ readonly id: string; readonly key: KeyObject }> {
    let [newest] = await this.#store.all();
    if (!newest?.private || this.#clock.now() - newest.madeAt >= SIGNS_FOR) {
      await this.#make((newest?.generation ?? 0) + 1);
      [newest] = await this.#store.all();
    }
    if (!newest?.private) throw new Error('The key that was just made is lost; see the table head_key.');
    return { id: newest.id, key: createPrivateKey({ key: newest.private, format: 'jwk' }) };
  }

  /** All public keys by their ids (RFC 7517), also of those that sign no more. */
  async published(): Promise<readonly JsonWebKey[]> {
    const keys = await this.#store.all();
    return keys.map(({ id, public: jwk }) => ({ ...jwk, kid: id, alg: 'EdDSA', use: 'sig' }));
  }

  async #make(generation: number): Promise<void> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const jwk = publicKey.export({ format: 'jwk' });
    await this.#store.add({
      generation,
      id: headKeyId(jwk),
      public: jwk,
      private: privateKey.export({ format: 'jwk' }),
      madeAt: this.#clock.now(),
    });
  }
}
