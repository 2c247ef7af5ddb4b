import { createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { open, seal } from './cipher.js';

const KEY_BYTES = 32;
const ID_BYTES = 4;

interface MasterKey {
  /** Key identifier: begins everything wrapped under the key, tells nothing about it. */
  readonly id: Uint8Array;
  readonly wrapping: KeyObject;
  readonly lookup: KeyObject;
  /** For purposes beside wrapping; see {@link MasterKeys.derived}. */
  readonly root: KeyObject;
}

/** Master keys on their way into another thread: structured clone carries them, and no key byte is copied. */
export type ClonedMasterKeys = readonly MasterKey[];

/**
 * Key-encryption keys (envelope encryption). The first wraps, the others only unwrap: a key is rotated by putting a new one in
 * front. Each purpose has a key of its own, derived by HKDF (RFC 5869). Keys are `KeyObject`s from here on: key bytes would be
 * imported again at every use, and could be printed.
 */
export class MasterKeys {
  readonly #keys: readonly MasterKey[];

  /** @param keys the one that wraps first: 32 bytes each, or as {@link clone} has given them */
  constructor(keys: readonly Buffer[] | ClonedMasterKeys) {
    if (keys.length === 0) throw new Error('MASTER_KEY names no key; give 32 random bytes in base64.');
    this.#keys = keys.map(key => (Buffer.isBuffer(key) ? masterKey(key) : key));
  }

  /**
   * @param text value of `MASTER_KEY`: base64 keys, separated by commas
   * @throws Error naming the key that does not fit
   */
  static parse(text: string): MasterKeys {
    const parts = text.split(',').map(part => part.trim());
    const keys = parts.map((part, i) => {
      const key = Buffer.from(part, 'base64');
      if (key.length !== KEY_BYTES || key.toString('base64') !== part) {
        throw new Error(
          `MASTER_KEY: key ${i + 1} is not 32 bytes in base64; make one with: openssl rand -base64 32`,
        );
      }
      return key;
    });
    return new MasterKeys(keys);
  }

  /** Key wrapping: encrypts something small (a data key, a CPR number) under the first key. */
  wrap(place: string, data: Buffer): Buffer {
    const { id, wrapping } = this.#keys[0]!;
    return Buffer.concat([id, seal(wrapping, place, data)]);
  }

  /** @throws Error when the key that it was wrapped with is not here, or it is not what was wrapped */
  unwrap(place: string, wrapped: Buffer): Buffer {
    const id = wrapped.subarray(0, ID_BYTES);
    const key = this.#keys.find(candidate => id.equals(candidate.id));
    if (!key) {
      throw new Error(
        `it needs master key ${id.toString('hex')}, which is not among the ${this.#keys.length} of MASTER_KEY; add that key behind the first`,
      );
    }
    return open(key.wrapping, place, wrapped.subarray(ID_BYTES));
  }

  /** As {@link unwrap}, of a wrapped key. */
  unwrapKey(place: string, wrapped: Buffer): KeyObject {
    return createSecretKey(this.unwrap(place, wrapped));
  }

  /** Key derivation: one key for the purpose from each master key, the one in use first. It discloses no other key. */
  derived(purpose: string): readonly KeyObject[] {
    return this.#keys.map(({ root }) => derive(root, purpose));
  }

  /** For another thread, where the same keys are made of it. */
  clone(): ClonedMasterKeys {
    return this.#keys;
  }

  /** Identifier of the key that wraps: what it has wrapped begins with it. */
  get idInUse(): Buffer {
    return Buffer.from(this.#keys[0]!.id);
  }

  /** Keys of the blind index of CPR numbers, the one in use first. */
  get lookupKeys(): readonly KeyObject[] {
    return this.#keys.map(key => key.lookup);
  }
}

/** Where a secret of the system itself stands. */
export function placeOfSecret(name: string): string {
  return `secret/${name}`;
}

/** Where the second channel of somebody stands. */
export function placeOfSecondChannel(person: string): string {
  return `second-channel/${person}`;
}

/** Where the address of a text that was sent stands. */
export function placeOfSentText(id: string): string {
  return `sent-text/${id}`;
}

/** Where what somebody has written of a journey stands. */
export function placeOfRemark(id: string): string {
  return `feedback/${id}`;
}

/** Where a key that signs tokens stands. */
export function placeOfSigningKey(id: string): string {
  return `signing-key/${id}`;
}

/** Where a key that signs the heads of chains stands. */
export function placeOfHeadKey(id: string): string {
  return `head-key/${id}`;
}

function masterKey(bytes: Buffer): MasterKey {
  const key = createSecretKey(bytes);
  return {
    id: createHash('sha256').update('overgang master key id').update(bytes).digest().subarray(0, ID_BYTES),
    wrapping: derive(key, 'overgang wrapping'),
    lookup: derive(key, 'overgang cpr lookup'),
    root: derive(key, 'overgang derived keys'),
  };
}

function derive(key: KeyObject, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, KEY_BYTES)));
}
