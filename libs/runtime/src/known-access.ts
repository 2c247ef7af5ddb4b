import { type CompiledJourney, type Definition } from '#journey';
import { parseDispatchId } from './dispatch-id.js';
import { isDelivery } from './mailbox/message-number.js';
import { type AccessRecord, type GivenRecord, type LookedRecord, type OwnAccess } from './ports.js';

/** What of an access record decides who may know of it. */
export type KnowableAccess =
  Pick<LookedRecord, 'kind' | 'id' | 'person'> | Pick<GivenRecord, 'kind' | 'id' | 'persons' | 'state'>;

/** Whether somebody who takes part in the journey, in these roles, may know all of a record. */
export function mayKnowAccess(
  record: KnowableAccess,
  { compiled, person, roles }: { compiled: CompiledJourney; person: string; roles: readonly string[] },
): boolean {
  if (record.kind === 'looked') return record.person === undefined || record.person === person;
  // What was written to another is theirs.
  if (isDelivery(parseDispatchId(record.id)!)) return record.persons.includes(person);
  return record.state === undefined || compiled.isVisible(record.state, roles);
}

/**
 * The right of access (GDPR art. 15) of one who may not see the case: whether they are told that there was something. Where somebody in
 * it is confidential, and may have to hide from them, their interest comes first (databeskyttelsesloven § 22).
 */
export function isToldSparsely(
  record: KnowableAccess,
  person: string,
  { roles }: Definition,
): record is Extract<KnowableAccess, { kind: 'given' }> {
  if (record.kind === 'looked' || !record.persons.includes(person)) return false;
  if (isDelivery(parseDispatchId(record.id)!)) return false;
  return !Object.values(roles).some(({ confidential }) => confidential);
}

/** How far whoever reads may see. */
export interface ReadingScope {
  /** Whether they may see journeys of a definition; undefined: of one that is not to be known, or of none. */
  readonly reaches: (definition: string | undefined) => boolean;
  /** The person themselves, and nobody who acts for them. */
  readonly isThemselves: boolean;
}

/** Of one who reads all that is theirs. */
export const OWN_SCOPE: ReadingScope = { reaches: () => true, isThemselves: true };

/** Whether a record of their own is theirs to read: where they are reached, and whom they have given a mandate, is told to them alone. */
export function mayKnowOwn(
  kind: OwnAccess['kind'],
  definition: string | undefined,
  { reaches, isThemselves }: ReadingScope,
): boolean {
  return (isThemselves || (kind !== 'texted' && kind !== 'written')) && reaches(definition);
}

/** Whom a record names: whose own it is, whose data were given, or whom somebody was helped by looking. */
export function namedIn(record: AccessRecord): readonly string[] {
  if (record.kind === 'given') return record.persons;
  return record.person === undefined ? [] : [record.person];
}

export function isOwnAccess(record: AccessRecord): record is OwnAccess {
  return record.kind !== 'given' && record.kind !== 'looked';
}
