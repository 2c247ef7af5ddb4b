import { createHmac } from 'node:crypto';
import { type MasterKeys } from './master-keys.js';

/** Searchable encryption of CPR numbers: sealed for reading, a keyed hash (blind index) for finding. */
export class CprSeal {
  readonly #masterKeys: MasterKeys;

  constructor(masterKeys: MasterKeys) {
    this.#masterKeys = masterKeys;
  }

  /** HMAC-SHA256 of the number under every master key, the one in use first: an older row may stand under an older key. */
  lookups(cpr: string): readonly Buffer[] {
    return this.#masterKeys.lookupKeys.map(key => createHmac('sha256', key).update(cpr).digest());
  }

  seal(person: string, cpr: string): Buffer {
    return this.#masterKeys.wrap(placeOfCpr(person), Buffer.from(cpr));
  }

  /** @throws Error when the number was sealed for another person, or under a key that is not here */
  open(person: string, sealed: Buffer): string {
    return this.#masterKeys.unwrap(placeOfCpr(person), sealed).toString();
  }
}

function placeOfCpr(person: string): string {
  return `${person}/cpr`;
}
