import { createHmac } from 'node:crypto';
import { type MasterKeys } from './master-keys.js';

/** Seals CPR numbers so that a number can be found again by those who hold the key, and by nobody else. */
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
    return this.#masterKeys.wrap(`${person}/cpr`, Buffer.from(cpr));
  }

  /** @throws Error when the number was sealed for another person, or under a key that is not here */
  open(person: string, sealed: Buffer): string {
    return this.#masterKeys.unwrap(`${person}/cpr`, sealed).toString();
  }
}
