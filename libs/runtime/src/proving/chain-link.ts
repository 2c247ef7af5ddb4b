import { createHash } from 'node:crypto';

/** *Hash chain*: what the first entry of a chain is linked to. */
export function firstLink(chain: string): Buffer {
  return createHash('sha256').update(`overgang access chain ${chain}`).digest();
}

/** The link of an entry, 32 bytes: SHA-256 over the link before it, its number in four bytes, and its commitment. */
export function nextLink(before: Buffer, number: number, commitment: Buffer): Buffer {
  const place = Buffer.alloc(4);
  place.writeUInt32BE(number);
  return createHash('sha256').update(before).update(place).update(commitment).digest();
}
