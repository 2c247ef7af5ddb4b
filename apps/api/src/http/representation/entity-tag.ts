import { createHash } from 'node:crypto';
import { EdgeError } from '../../problem/edge-error.js';

/**
 * The strong entity tag of a journey as one person reads it in one language (RFC 9110, section 8.8.3): the reader's version, by
 * which changes are guarded, and a digest, for what may change without the journey moving, e.g. that an authority is late.
 */
export function entityTag(version: string, representation: string): string {
  const digest = createHash('sha256').update(representation).digest('base64url').slice(0, 12);
  return `"${version}.${digest}"`;
}

/**
 * The version that `If-Match` asks for; undefined when the header is absent or `*`. Only one strong tag can be right
 * (RFC 9110, section 13.1.1), so anything else is refused as malformed.
 */
export function expectedVersion(ifMatch: string | undefined): string | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const version = /^"([\w-]{1,64})(?:\.[\w-]{1,64})?"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) {
    throw new EdgeError('malformed-header', 'If-Match must be the ETag of the journey as you read it.');
  }
  return version;
}

/** Whether what the caller has is still right (`If-None-Match`, weak comparison; RFC 9110, section 13.1.2). */
export function stillFresh(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some(candidate => {
    const trimmed = candidate.trim();
    return trimmed === '*' || trimmed.replace(/^W\//, '') === tag;
  });
}
