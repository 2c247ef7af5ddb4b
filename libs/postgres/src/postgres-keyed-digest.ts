import { createHmac } from 'node:crypto';
import { type KeyedDigest } from '#runtime';
import { type StoredSecret } from './sealing/stored-secret.js';

/** HMAC-SHA256 under a secret of the system (decisions/0006). */
export class PostgresKeyedDigest implements KeyedDigest {
  readonly #secret: StoredSecret;

  constructor(secret: StoredSecret) {
    this.#secret = secret;
  }

  async of(text: string): Promise<Buffer> {
    return createHmac('sha256', await this.#secret.key())
      .update(text)
      .digest();
  }
}
