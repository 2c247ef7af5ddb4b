import { type Instant } from '#statechart';
import { type Assistance } from '../assistance/assistance.js';
import { type Disclosure, type DispatchStatus } from '../journey-record.js';
import { type PageRequest } from './page-request.js';

/**
 * Record of access: personal data that was given to an authority, a journey that somebody else has looked at, a correction that was asked for, or a
 * caseworker's help.
 */
export type AccessRecord = CaseAccess | CorrectionRecord | HelpedRecord;

/** Record of access to what is in a journey. */
export type CaseAccess = GivenRecord | LookedRecord;

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
}

/** A correction was given to the authority that is to answer it. It is of no journey. */
export interface CorrectionRecord extends AnyRecord, Omit<Disclosure, 'persons'> {
  readonly kind: 'correction';
  readonly service: string;
  readonly authority: string;
  /** Definition of the journey in which the data had been given. */
  readonly definition: string;
  readonly status: DispatchStatus;
}

/** A caseworker could see and do what the person can, to help them. It is of no journey, and begins with the assistance. */
export interface HelpedRecord extends AnyRecord, Pick<Assistance, 'authority' | 'identified' | 'receivedOn'> {
  readonly kind: 'helped';
  /** When it was, or will be, over. */
  readonly until: Instant;
}

/** Whose records: of the journeys in which the person takes part, and of all others what was given about them. */
export interface AccessFilter extends PageRequest {
  readonly person: string;
  /** Of this journey alone, if they take part in it. Absent: of all, and only what was about the person, or about nobody by name. */
  readonly journey?: string;
}

/**
 * Access log of personal data (GDPR art. 15(1)(c)): what the outbox gave away, and whom the audit trail names as a reader. It is a
 * read model over both and writes nothing. Newest first; records of the same instant in descending order of ids. Which of the
 * steps the person may see is the caller's to decide.
 */
export abstract class DisclosureLog {
  abstract page(filter: AccessFilter): Promise<readonly AccessRecord[]>;
}
