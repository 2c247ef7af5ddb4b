import { type KeyedDigest } from '../ports.js';
import { digestedName } from './digested-name.js';
import { journeyIdFor } from '../journey-id.js';

/**
 * Names derived from an Idempotency-Key: the one a request is recorded under, and the one it may have been recorded under
 * before.
 */
export interface RequestNames {
  readonly name: string;
  /** By the unkeyed digest that was in use first: found, and never given any more. */
  readonly earlier: string;
}

/**
 * Idempotency record of a request to a journey: the origin of its journal entry. A key names one request of a person, whatever
 * it asks for.
 */
export async function requestOrigins(
  digests: KeyedDigest,
  person: string,
  key: string,
): Promise<RequestNames> {
  const digest = await digests.of(`request\n${person}\n${key}`);
  return { name: `request:${digest.toString('base64url')}`, earlier: `request:${digestedName(person, key)}` };
}

/** Idempotent creation: the id of the journey that a person starts with a key. */
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
