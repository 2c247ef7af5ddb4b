import { type KeyedDigest } from '../ports.js';
import { digestedName } from './digested-name.js';
import { journeyIdFor } from '../journey-id.js';

/** What a request with an Idempotency-Key is recorded under, and what it may have been recorded under before. */
export interface RequestNames {
  readonly name: string;
  /** By the unkeyed digest that was in use first: found, and never given any more. */
  readonly earlier: string;
}

/** Origin of the entry that a request leaves. A key names one request of a person, whatever it asks for. */
export async function requestOrigins(
  digests: KeyedDigest,
  person: string,
  key: string,
): Promise<RequestNames> {
  const digest = await digests.of(`request\n${person}\n${key}`);
  return { name: `request:${digest.toString('base64url')}`, earlier: `request:${digestedName(person, key)}` };
}

/** Id of the journey that a person starts with a key: the same always names the same. */
export async function requestJourneys(
  digests: KeyedDigest,
  person: string,
  key: string,
): Promise<RequestNames> {
  const digest = await digests.of(`start\n${person}\n${key}`);
  return {
    name: journeyIdFor(digest),
    earlier: journeyIdFor(Buffer.from(digestedName(person, key), 'base64url')),
  };
}
