import { createHash } from 'node:crypto';
import { type JourneyContext, type Participant, type PersonId } from '../journey-state.js';

/**
 * Pseudonym of a participant without a CPR number: a UUID of version 8 (RFC 9562 § 5.8), made of nothing that says who they are. The
 * same step gives the same id, however often it is decided.
 */
export function unregisteredId(role: string, { now, roles }: JourneyContext): PersonId {
  const persons = (Object.values(roles) as (Participant | Participant[])[])
    .flat()
    .map(({ person }) => person);
  const bytes = createHash('sha256')
    .update(JSON.stringify([role, now, persons]))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Whether an id is the pseudonym of somebody without a CPR number: those that the vault gives are of version 4. */
export function isUnregisteredId(person: PersonId): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(person);
}
