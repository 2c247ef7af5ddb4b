import { randomBytes } from 'node:crypto';
import { type Instant } from '#statechart';

/** UUID version 7 (RFC 9562 § 5.7): ordered by time, so that new rows stand together. */
export function newJourneyId(at: Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  return format(bytes, 7);
}

/** UUID version 8 (RFC 9562 § 5.8) of a digest of 16 bytes or more: the same always names the same journey. */
export function journeyIdFor(digest: Buffer): string {
  return format(Buffer.from(digest.subarray(0, 16)), 8);
}

function format(bytes: Buffer, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
