import { type CompiledJourney, type OfferedJourney } from '#journey';
import { type Instant } from '#statechart';
import { type Decision } from '../decide/decision.js';
import { holderOf, type ParticipantRequest } from '../decide/participant-request.js';
import { reportOrigin, type ReportRequest } from '../decide/report.js';
import { journalOnly, statusOf } from '../decide/step.js';
import { RequestError } from '../errors.js';
import { type JourneyRecord, JourneyStatus } from '../journey-record.js';
import { type OfferState } from './between.js';
import { deceasedIn } from './deceased-in.js';

/** What somebody answers to an offer. */
export const OFFER_ANSWERS = ['take', 'decline'] as const;

export interface OfferRequest extends ParticipantRequest {
  readonly answer: (typeof OFFER_ANSWERS)[number];
  /** To take it: ids of journeys under way that contradict it, and that the person knows of. */
  readonly confirm?: readonly string[];
}

/** Subject of the entry of an offer that nobody has taken in time. */
const EXPIRED = 'offer';

/** A journey is held out to a person: it exists, and nothing of it has begun. */
export function decideOffer(
  { offer: name, person, given, expires: until }: OfferedJourney,
  report: ReportRequest,
  compiled: CompiledJourney,
  at: Instant,
): Decision {
  const { authority, type } = report;
  const offer: OfferState = { name, given, until, authority, report: type, at };
  return {
    status: JourneyStatus.offered,
    state: { chart: compiled.unbegun(person, at) },
    effects: [
      { type: 'invite', role: 'applicant', persons: [person] },
      { type: 'offer', offer: name, persons: [person], until },
    ],
    entry: {
      kind: 'offered',
      actor: `authority:${authority}`,
      subject: type,
      origin: reportOrigin(report),
      detail: { applicant: person, offer },
    },
    between: { offer },
  };
}

/**
 * Takes or declines an offer. Taking it begins the journey in the version that was offered, with what was given.
 *
 * @returns undefined when it has been taken before
 * @throws RequestError `unknown-offer`; `offer-over` when it was declined, has expired or was withdrawn
 */
export function decideOfferAnswer(
  request: OfferRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Decision | undefined {
  const { answer, person, digest } = request;
  const offer = record.state.between?.offer;
  if (!offer) throw unknownOffer(record.id);
  const isTaken = offer.takenAt !== undefined;
  if (isTaken && answer === 'take') return undefined;
  if (record.status !== JourneyStatus.offered || offer.until <= at) {
    throw new RequestError('offer-over', `offer ${record.id} is no longer open`);
  }
  const about = {
    actor: person,
    ...holderOf(request),
    detail: { applicant: person, digest: digest ?? null },
  };
  if (answer === 'decline') {
    return lapsed(record, { kind: 'declined', subject: record.definition, ...about });
  }
  const { given } = offer;
  const { state: chart, effects } = compiled.begin(person, at, { given });
  return {
    status: statusOf(chart),
    state: { chart },
    effects,
    entry: { kind: 'started', subject: record.definition, ...about, detail: { ...about.detail, given } },
    between: { offer: { ...offer, takenAt: at } },
  };
}

/** 404 for an offer that was never made, and for another person's. */
export function unknownOffer(offer: string): RequestError {
  return new RequestError('unknown-offer', `there is no offer ${offer}`);
}

/** An offer stands until its period is over. */
export function decideExpiry(record: JourneyRecord, at: Instant): Decision | undefined {
  const { offer } = record.state.between ?? {};
  if (record.status !== JourneyStatus.offered || !offer || offer.until > at) return undefined;
  return lapsed(record, { kind: 'elapsed', subject: EXPIRED, detail: {} });
}

/** Whoever has died is offered nothing any more. */
export function decideWithdrawal(
  report: ReportRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
): Decision | undefined {
  const { authority, type, data } = report;
  const schema = compiled.catalogue.registerEvent(type)?.data ?? {};
  const dead = deceasedIn(schema, data);
  if (!dead.some(person => compiled.rolesOf(record.state.chart, person).length > 0)) return undefined;
  const origin = reportOrigin(report);
  return lapsed(record, {
    kind: 'reported',
    actor: `authority:${authority}`,
    subject: type,
    origin,
    detail: {},
  });
}

function lapsed(record: JourneyRecord, entry: Decision['entry']): Decision {
  return { ...journalOnly(record, entry), status: JourneyStatus.lapsed };
}
