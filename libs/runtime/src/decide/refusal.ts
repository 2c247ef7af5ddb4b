import { type CompiledJourney } from '#journey';
import { type Json } from '#statechart';
import { RequestError } from '../errors.js';
import { type JournalEntry, type JourneyRecord } from '../journey-record.js';
import { lastSeen } from '../last-seen.js';
import { type ParticipantRequest } from './participant-request.js';

/** Why a request cannot be: each throws a RequestError, or lets it pass. */

/**
 * 404 for a journey that does not exist and for another person's: the same words, so that neither is to be told from the other.
 */
export function unknownJourney(journey: string): RequestError {
  return new RequestError('unknown-journey', `there is no journey ${journey}`);
}

export function unknownDispatch(dispatch: string): RequestError {
  return new RequestError('unknown-dispatch', `there is no dispatch '${dispatch}'`);
}

/** 404 for a message that does not exist and for another person's. */
export function unknownMessage(): RequestError {
  return new RequestError('unknown-message', 'there is no such message');
}

export function refuseStrangers(record: JourneyRecord, compiled: CompiledJourney, person: string): void {
  if (compiled.rolesOf(record.state.chart, person).length === 0) throw unknownJourney(record.id);
}

export function refuseUnlessActive(record: JourneyRecord): void {
  if (record.status === 'active') return;
  if (record.status === 'held') {
    throw new RequestError(
      'journey-held',
      `journey ${record.id} is held by a fault of ours and being looked at; try again later`,
    );
  }
  if (record.status === 'offered' || record.status === 'lapsed') {
    throw new RequestError('not-offered', `journey ${record.id} has not begun; take the offer first`);
  }
  throw new RequestError('journey-ended', `journey ${record.id} has ended (${record.status})`);
}

/** Optimistic concurrency per viewer (`If-Match`): only entries that the caller may see count as a newer version. */
export function refuseIfStale(
  record: JourneyRecord,
  compiled: CompiledJourney,
  { person, expects }: Pick<ParticipantRequest, 'person' | 'expects'>,
): void {
  if (expects === undefined) return;
  const roles = compiled.rolesOf(record.state.chart, person);
  if (expects === lastSeen(record, [...roles, person]).seq) return;
  throw new RequestError('stale', `journey ${record.id} has moved since you read it; read it again`);
}

/** Idempotency check: a key stands for one request; with another digest it is a mistake of the caller's. */
export function refuseReusedKey(entry: JournalEntry, digest: string | undefined): void {
  const earlier = (entry.detail as { readonly digest?: Json }).digest ?? null;
  if (earlier === (digest ?? null)) return;
  throw new RequestError(
    'key-reused',
    'this Idempotency-Key was used with another request; use a new key for a new request',
  );
}
