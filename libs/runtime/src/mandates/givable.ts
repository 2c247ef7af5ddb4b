import { addPeriod, type IsoDate, startOfDay } from '#calendar';
import { type FieldError, RequestError } from '../errors.js';
import { type Mandate, type MandateNames } from './mandate.js';

/** At most so long: whoever still wants it says so again. Our own bound; no law has one. */
export const LONGEST_MANDATE = 'P2Y';
/** It begins so far ahead at most. */
const LATEST_BEGINNING = 'P1Y';
/** Years from the age at which one may give a mandate, as in the state's Digital Fuldmagt (15), to that of majority. */
const YEARS_AHEAD = 'P3Y';

/** What somebody gives to whom. */
export interface MandateRequest {
  /** Who gives it: a person id. */
  readonly person: string;
  /** Finds out who is to act, once all else fits: what is refused makes nobody known. */
  readonly holder: () => Promise<string>;
  readonly names: MandateNames;
  readonly journeys: 'all' | readonly string[];
  /** The first day; absent: today. */
  readonly from?: IsoDate;
  /** The last day. */
  readonly until: IsoDate;
  /** Idempotency key: what the same person gives with the same key is given once. */
  readonly key?: string;
}

type Asked = Required<Pick<MandateRequest, 'person' | 'journeys' | 'from' | 'until'>>;

/** What a request is held against. */
export interface Givable {
  readonly today: IsoDate;
  /** Ids of the definitions that can be started. */
  readonly startable: readonly string[];
  /** Of those in which nobody acts for another. */
  readonly ownOnly: readonly string[];
  /** Mandates of the giver, and for them. */
  readonly ofPerson: readonly Mandate[];
}

/**
 * What can be given, by law and by the catalogue. Nothing is asked about the holder: whether they exist, and who they are, is not the
 * giver's to learn.
 *
 * @throws RequestError `invalid` with each field that does not fit; `forbidden`
 */
export function refuseUngivable({ person, journeys, from, until }: Asked, givable: Givable): void {
  const { today, startable, ownOnly, ofPerson } = givable;
  // A parent's mandate ends with the eighteenth birthday, and so says how old the child is.
  const old = startOfDay(addPeriod(today, YEARS_AHEAD));
  if (
    ofPerson.some(
      mandate => mandate.basis === 'parent' && mandate.person === person && (mandate.until ?? 0) > old,
    )
  ) {
    throw new RequestError('forbidden', 'one may give a mandate from the age of 15');
  }
  const faults: FieldError[] = [];
  const fault = (path: string, code: string, message: string): void =>
    void faults.push({ path, code, message });
  const lastBeginning = addPeriod(today, LATEST_BEGINNING);
  if (from < today) fault('/from', 'tooEarly', `must be ${today} or later`);
  else if (from > lastBeginning) fault('/from', 'tooLate', `must be ${lastBeginning} or earlier`);
  const last = addPeriod(from, LONGEST_MANDATE);
  if (until < from) fault('/until', 'beforeBeginning', 'must not be before the first day');
  else if (until > last) fault('/until', 'tooLong', `must be ${last} or earlier: two years at most`);
  if (journeys !== 'all') {
    const strange = journeys.find(id => !startable.includes(id) || ownOnly.includes(id));
    if (journeys.length === 0) fault('/journeys', 'minItems', 'must name a journey, or be left out for all');
    else if (strange !== undefined) {
      fault('/journeys', 'ungivable', `names '${strange}', in which nobody can act for another`);
    }
  }
  if (faults.length > 0) throw ungivable(faults);
}

export function ungivable(fields: readonly FieldError[]): RequestError {
  return new RequestError('invalid', 'such a mandate cannot be given', fields);
}
