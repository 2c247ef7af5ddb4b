import { hkdfSync, type KeyObject } from 'node:crypto';
import { InvariantError } from '#runtime';
import { type Json } from '#statechart';
import { open, seal } from './cipher.js';
import { openJson, sealJson } from './sealed-json.js';

/** What is sealed in a journey, and where it stands: `state/7`, `journal/7`, `dispatch/3/input` … */
export type SealedPlace =
  `${'state' | 'journal' | 'dispatch' | 'message' | 'draft' | 'document' | 'mandate' | 'correction' | 'access'}/${string}`;

/** Plaintext columns of the same row that the seal covers. Joined by NUL, which Postgres admits in none of them. */
type BoundColumns = readonly string[];

/**
 * Data key of one journey (envelope encryption). What it has sealed opens only in this journey, at the same place and beside
 * the same columns.
 */
export class JourneyKey {
  readonly #journey: string;
  readonly #key: KeyObject;

  /** @param wrapped the key under a master key, as stored */
  constructor(
    journey: string,
    key: KeyObject,
    readonly wrapped: Buffer,
  ) {
    this.#journey = journey;
    this.#key = key;
  }

  seal(place: SealedPlace, value: Json, columns: BoundColumns = []): Buffer {
    return sealJson(this.#key, this.#associatedData(place, columns), value);
  }

  /** @throws InvariantError `unsealable` when the data are not what was sealed at this place */
  open(place: SealedPlace, sealed: Buffer, columns: BoundColumns = []): Json {
    return this.#opened(place, () => this.#openBound(place, sealed, columns));
  }

  /** The same of bytes, as they are. */
  sealBytes(place: SealedPlace, data: Buffer): Buffer {
    return seal(this.#key, this.#associatedData(place, []), data);
  }

  /** @throws as {@link open} */
  openBytes(place: SealedPlace, sealed: Buffer): Buffer {
    return this.#opened(place, () => open(this.#key, this.#associatedData(place, []), sealed));
  }

  /** Key derivation (HKDF, RFC 5869): 32 bytes for the purpose, that are gone when this key is and disclose nothing of it. */
  derived(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key, Buffer.alloc(0), purpose, 32));
  }

  #opened<T>(place: SealedPlace, opening: () => T): T {
    try {
      return opening();
    } catch (error) {
      throw new InvariantError(
        'unsealable',
        `${place} of journey ${this.#journey} cannot be opened: it is not what was sealed there`,
        { cause: error },
      );
    }
  }

  /** Rows from before columns were bound have none in their tag. No row sealed since can pass for one of those. */
  #openBound(place: SealedPlace, sealed: Buffer, columns: BoundColumns): Json {
    try {
      return openJson(this.#key, this.#associatedData(place, columns), sealed);
    } catch (error) {
      if (columns.length === 0) throw error;
      return openJson(this.#key, this.#associatedData(place, []), sealed);
    }
  }

  #associatedData(place: SealedPlace, columns: BoundColumns): string {
    return [`${this.#journey}/${place}`, ...columns].join('\0');
  }
}
