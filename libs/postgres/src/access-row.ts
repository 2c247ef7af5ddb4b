import {
  type AccessRecord,
  type ActedRecord,
  type AuditAction,
  type CaseAccess,
  CORRECTION,
  dispatchId,
  type DispatchStatus,
  type HelpedRecord,
  type HelpingAct,
  isHelpingAct,
  taskAmong,
  type TextedRecord,
} from '#runtime';
import { type Instant } from '#statechart';
import { actingOf } from './dispatch-record.js';
import { type MasterKeys, placeOfSentText } from './sealing/master-keys.js';

/** An access record in columns: of a dispatch, of an entry of the audit trail, of an assistance or of a text. */
export interface AccessRow {
  readonly at: Instant | string;
  /** Of a journey, a mandate or a correction, or else of the person. */
  readonly journey: string;
  /** Of a journey. */
  readonly hash: string | null;
  readonly mandate: string | null;
  readonly correction: string | null;
  /** Of a correction: id of a definition. */
  readonly given_in: string | null;
  readonly seq: number | null;
  readonly look: number | null;
  readonly own: string | null;
  readonly service: string;
  readonly authority: string;
  readonly state: string | null;
  readonly status: DispatchStatus;
  readonly persons: readonly string[];
  readonly categories: readonly string[];
  readonly ground: string;
  readonly holder: string | null;
  readonly acted_for: string | null;
  readonly holder_authority: string | null;
  readonly actor: string | null;
  readonly action: AuditAction | null;
  readonly subjects: readonly string[] | null;
  /** Whose assistance or text it is. */
  readonly person: string | null;
  readonly caseworker: string | null;
  readonly identified: HelpedRecord['identified'] | null;
  readonly received_on: string | null;
  readonly reason: HelpedRecord['reason'] | null;
  readonly ends: Instant | string | null;
  readonly way: TextedRecord['way'] | null;
  readonly sealed: Buffer | null;
  readonly purpose: TextedRecord['purpose'] | null;
}

/** Row mapper. Only where a text went is sealed. */
export function accessRecord(row: AccessRow, keys: MasterKeys): AccessRecord {
  if (row.way !== null) return textedRecord(row, keys);
  if (row.identified !== null) return helpedRecord(row);
  if (row.action !== null) return isHelpingAct(row.action) ? actedRecord(row, row.action) : lookedRecord(row);
  const {
    journey,
    mandate,
    correction,
    seq,
    service,
    authority,
    state,
    status,
    persons,
    categories,
    ground,
  } = row;
  const id = dispatchId(journey, seq!);
  const at = Number(row.at);
  const given = { id, at, service, authority, status, categories, ground };
  const acting = actingOf(row);
  if (mandate !== null) return { kind: 'written', person: persons[0]!, mandate, ...given };
  if (correction !== null) {
    const asked = { person: row.person!, correction, ...given };
    if (seq !== CORRECTION) return { kind: 'written', ...asked };
    return { kind: 'correction', ...asked, givenIn: row.given_in!, ...(acting && { acting }) };
  }
  return {
    kind: 'given',
    journey,
    hash: row.hash!,
    ...given,
    ...(state !== null && { state }),
    persons,
    ...(acting && { acting }),
  };
}

function lookedRecord({
  at,
  journey,
  hash,
  look,
  actor,
  holder_authority: office,
  person,
}: AccessRow): CaseAccess {
  return {
    kind: 'looked',
    at: Number(at),
    id: `look-${look}`,
    journey,
    hash: hash!,
    by: actor!.split(':')[0]!,
    ...(office !== null && { authority: office }),
    ...(person !== null && { person }),
  };
}

function actedRecord(row: AccessRow, did: HelpingAct): ActedRecord {
  const { at, look, person, holder_authority: authority, subjects, actor } = row;
  const task = taskAmong(subjects ?? []);
  return {
    kind: 'acted',
    at: Number(at),
    id: `act-${look}`,
    person: person!,
    caseworker: actor!.split(':')[1]!,
    authority: authority!,
    did,
    ...(task !== undefined && { task }),
    ...journeyOf(row),
  };
}

function helpedRecord(row: AccessRow): HelpedRecord {
  const { at, own, person, caseworker, holder_authority: authority, identified, reason, ends } = row;
  return {
    kind: 'helped',
    at: Number(at),
    id: `help-${own}`,
    person: person!,
    caseworker: caseworker!,
    authority: authority!,
    identified: identified!,
    ...(row.received_on !== null && { receivedOn: row.received_on }),
    reason: reason!,
    until: Number(ends),
  };
}

function textedRecord(row: AccessRow, keys: MasterKeys): TextedRecord {
  const { at, own, person, way, sealed, purpose, mandate, correction, categories, ground } = row;
  return {
    kind: 'texted',
    at: Number(at),
    id: `text-${own}`,
    person: person!,
    way: way!,
    address: keys.unwrap(placeOfSentText(own!), sealed!).toString(),
    purpose: purpose!,
    ...(mandate !== null && { mandate }),
    ...(correction !== null && { correction }),
    categories,
    ground,
    ...journeyOf(row),
  };
}

function journeyOf({ journey, hash }: AccessRow): Pick<ActedRecord, 'of'> {
  return hash === null ? {} : { of: { journey, hash } };
}
