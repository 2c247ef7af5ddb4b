import { type Instant } from '#statechart';
import { type Assistance } from '../assistance/assistance.js';
import { type HelpingAct } from './audit-log.js';
import { type SentText } from './second-channel-store.js';
import { type Disclosure, type DispatchStatus } from '../journey-record.js';
import { type PageRequest } from './page-request.js';

/** Record of access: to what is in a journey, or to what is a person's own. */
export type AccessRecord = CaseAccess | OwnAccess;

/** Record of access to what is in a journey: data that an authority was given, or that somebody else has looked. */
export type CaseAccess = GivenRecord | LookedRecord;

/** Record of what concerns one person alone, whoever else takes part in the journey that it may be of. */
export type OwnAccess = HelpedRecord | ActedRecord | WrittenRecord | TextedRecord | CorrectionRecord;

interface AnyRecord {
  /** Sorts records of the same instant. */
  readonly id: string;
  readonly at: Instant;
}

interface RecordBase extends AnyRecord {
  readonly journey: string;
  /** Of the definition that the journey is pinned to. */
  readonly hash: string;
}

/** A dispatch with personal data in it. */
export interface GivenRecord extends RecordBase, Disclosure {
  readonly kind: 'given';
  readonly service: string;
  readonly authority: string;
  /** Path of the state that asked; of a compensation, the state whose request it undoes. */
  readonly state?: string;
  readonly status: DispatchStatus;
}

/** Somebody who takes no part in a journey has read where it stands. */
export interface LookedRecord extends RecordBase {
  readonly kind: 'looked';
  /** Role in which they read it, e.g. `ops`. */
  readonly by: string;
  /** The authority at which they work, of a caseworker; the first look of each assistance stands for all. */
  readonly authority?: string;
  /** Whom a caseworker helped by it: nobody else is told. */
  readonly person?: string;
}

interface OwnRecord extends AnyRecord {
  readonly person: string;
  /** With the definition that it is pinned to; absent of no journey. */
  readonly of?: { readonly journey: string; readonly hash: string };
}

/** A caseworker could see and do what the person can, to help them. It is of no journey, and begins with the assistance. */
export interface HelpedRecord
  extends OwnRecord, Pick<Assistance, 'caseworker' | 'authority' | 'identified' | 'receivedOn' | 'reason'> {
  readonly kind: 'helped';
  /** When it was, or will be, over. */
  readonly until: Instant;
}

/** A caseworker has done something for the person. */
export interface ActedRecord extends OwnRecord {
  readonly kind: 'acted';
  readonly did: HelpingAct;
  /** A person id, as everywhere. */
  readonly caseworker: string;
  /** Where they work. */
  readonly authority: string;
  /** Path of the task, where it was one. */
  readonly task?: string;
}

/** A message about a mandate or a correction went the way of messages. */
export interface WrittenRecord
  extends OwnRecord, Pick<GivenRecord, 'service' | 'authority' | 'status' | 'categories' | 'ground'> {
  readonly kind: 'written';
  /** One of the two, whose key is the record's. */
  readonly mandate?: string;
  readonly correction?: string;
}

/** A text to the person's second channel. */
export interface TextedRecord extends OwnRecord, Pick<SentText, 'way' | 'address' | 'purpose'> {
  readonly kind: 'texted';
  /** Of the mandate or the correction that it tells of. */
  readonly mandate?: string;
  readonly correction?: string;
  readonly categories: readonly string[];
  readonly ground: string;
}

/** A correction was given to the authority that is to answer it. */
export interface CorrectionRecord
  extends
    OwnRecord,
    Pick<GivenRecord, 'service' | 'authority' | 'status' | 'categories' | 'ground' | 'acting'> {
  readonly kind: 'correction';
  readonly correction: string;
  /** Id of the definition of the journey in which the data had been given. */
  readonly givenIn: string;
}

/** Whose records: of the journeys in which the person takes part, and of all others what was given about them. */
export interface AccessFilter extends PageRequest {
  readonly person: string;
  /** Of this journey alone, if they take part in it. Absent: of all, and only what was about the person, or about nobody by name. */
  readonly journey?: string;
}

/**
 * Access log of personal data (GDPR art. 15(1)(c)): what the outbox gave away, whom the audit trail names as a reader, and what was
 * done for a person or sent to them. It is a read model over these and writes nothing. Newest first; records of the same instant
 * in descending order of ids. Which of the steps the person may see is the caller's to decide.
 */
export abstract class DisclosureLog {
  abstract page(filter: AccessFilter): Promise<readonly AccessRecord[]>;
}
