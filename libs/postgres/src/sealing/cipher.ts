import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Bytes that sealing adds. */
export const OVERHEAD = NONCE + TAG;

// Asking for 12 random bytes costs a third of a sealing; asking for 6 kB at once costs little more than for 12.
const pool = Buffer.alloc(NONCE * 512);
let taken = pool.length;

/**
 * Seals with AES-256-GCM (NIST SP 800-38D) under a fresh random nonce.
 *
 * @param place what the data are and where they stand; needed to open, so that sealed data cannot be moved elsewhere
 * @param data bytes, or text to be sealed as UTF-8
 * @returns nonce, ciphertext, tag
 */
export function seal(key: Buffer, place: string, data: Buffer | string): Buffer {
  const nonce = freshNonce();
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(Buffer.from(place));
  const hidden = typeof data === 'string' ? cipher.update(data, 'utf8') : cipher.update(data);
  return Buffer.concat([nonce, hidden, cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the key or the place is another than at sealing, or a bit has changed */
export function open(key: Buffer, place: string, sealed: Buffer): Buffer {
  if (sealed.length < OVERHEAD) throw new Error(`only ${sealed.length} bytes: not sealed data`);
  const end = sealed.length - TAG;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(end));
  const data = decipher.update(sealed.subarray(NONCE, end));
  decipher.final();
  return data;
}

/** Good for one sealing only. It is a view of the pool, which may hold another the next time it is asked for. */
function freshNonce(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  return pool.subarray(taken, (taken += NONCE));
}
