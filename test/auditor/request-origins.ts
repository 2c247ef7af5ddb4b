import { type KeyedDigest } from '#runtime';
import { type Acknowledged } from './accounts.js';

/** Origins are not sealed, so keys that people chose stand in them as a keyed digest, beside whose they are. */
export async function requestOrigins(
  acknowledged: readonly Acknowledged[],
  digests: KeyedDigest,
): Promise<ReadonlyMap<string, string>> {
  const origins = new Map<string, string>();
  for (const request of acknowledged) {
    if (!('key' in request) || request.key === undefined) continue;
    const name = nameOf(request.person, request.key);
    const digest = await digests.of(`request\n${name}`);
    origins.set(name, `request:${digest.toString('base64url')}`);
  }
  return origins;
}

export function nameOf(person: string, key: string): string {
  return `${person}\n${key}`;
}
