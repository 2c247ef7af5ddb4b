import { createCipheriv, createDecipheriv, createHash, type KeyObject } from 'node:crypto';
import { isUuid } from '#schema';

const BLOCK = 16;
const NUMBER_AT = 12;
const FORM = /^[\w-]{22}$/;
const WITH_JOURNEY = /^([0-9a-f-]{36})\.([\w-]{22})$/;

/**
 * Opaque identifiers: a journal number under a keyed permutation (one block of AES-256, FIPS 197).
 *
 * Plain numbers have gaps where something is hidden from the reader, and so would tell when and how often another acts in secret. Each
 * block holds the number and a digest of journey and reader, so that an id is good for one reader of one journey, cannot be made up,
 * and is the same in every process.
 */
export class EntryIds {
  readonly #keys: readonly KeyObject[];

  /** @param keys 32 bytes each; the first makes ids, all of them read */
  constructor(keys: readonly KeyObject[]) {
    this.#keys = keys;
  }

  /** @returns 22 characters of base64url */
  idOf(journey: string, person: string, seq: number): string {
    return this.idsFor(journey, person)(seq);
  }

  /** The same for many numbers of one reader's. */
  idsFor(journey: string, person: string): (seq: number) => string {
    const block = readerOf(journey, person);
    const cipher = createCipheriv('aes-256-ecb', this.#keys[0]!, null).setAutoPadding(false);
    return seq => {
      block.writeUInt32BE(seq, NUMBER_AT);
      return cipher.update(block).toString('base64url');
    };
  }

  /** The number; undefined for what is no id of this reader and journey. */
  seqOf(journey: string, person: string, id: string): number | undefined {
    if (!FORM.test(id)) return undefined;
    const reader = readerOf(journey, person).subarray(0, NUMBER_AT);
    for (const key of this.#keys) {
      const cipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
      const block = Buffer.concat([cipher.update(Buffer.from(id, 'base64url')), cipher.final()]);
      if (block.subarray(0, NUMBER_AT).equals(reader)) return block.readUInt32BE(NUMBER_AT);
    }
    return undefined;
  }

  /** The same with its journey, for where that is not told beside it. */
  idWithJourney(journey: string, person: string, seq: number): string {
    return `${journey}.${this.idOf(journey, person, seq)}`;
  }

  /** Journey and number; undefined for what is no such id of this reader. */
  placeOf(id: string, person: string): { readonly journey: string; readonly seq: number } | undefined {
    const [, journey = '', opaque = ''] = WITH_JOURNEY.exec(id) ?? [];
    const seq = isUuid(journey) ? this.seqOf(journey, person, opaque) : undefined;
    return seq === undefined ? undefined : { journey, seq };
  }
}

/** A block with the reader's digest, and room for the number. */
function readerOf(journey: string, person: string): Buffer {
  const digest = createHash('sha256').update(`${journey} ${person}`).digest();
  return Buffer.from(digest.subarray(0, BLOCK));
}
