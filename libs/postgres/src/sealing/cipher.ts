import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Bytes that sealing adds: nonce and authentication tag. */
export const OVERHEAD = NONCE + TAG;

// A request for 12 random bytes costs a third of a sealing; a request for 6 kB costs little more than one for 12.
const pool = Buffer.alloc(NONCE * 512);
let taken = pool.length;

/**
 * Authenticated encryption: AES-256-GCM (NIST SP 800-38D) under a fresh random nonce.
 *
 * @param place associated data: what the data are and where they stand. Opening needs the same, so sealed data cannot be moved
 * @param data bytes, or text to be sealed as UTF-8
 * @returns nonce, ciphertext, tag
 */
export function seal(key: KeyObject, place: string, data: Buffer | string): Buffer {
  const nonce = freshNonce();
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(Buffer.from(place));
  const hidden = typeof data === 'string' ? cipher.update(data, 'utf8') : cipher.update(data);
  return Buffer.concat([nonce, hidden, cipher.final(), cipher.getAuthTag()]);
}

/**
 * Authenticated decryption, the reverse of {@link seal}.
 *
 * @throws Error when the key or the place is another than at sealing, or a bit has changed
 */
export function open(key: KeyObject, place: string, sealed: Buffer): Buffer {
  if (sealed.length < OVERHEAD) throw new Error(`only ${sealed.length} bytes: not sealed data`);
  const end = sealed.length - TAG;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(end));
  const data = decipher.update(sealed.subarray(NONCE, end));
  decipher.final();
  return data;
}

/** A view of the pool, for one sealing only: a later call refills the pool. */
function freshNonce(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  return pool.subarray(taken, (taken += NONCE));
}
