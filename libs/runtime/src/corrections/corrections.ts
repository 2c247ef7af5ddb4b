import { addPeriod, dateAt } from '#calendar';
import { DATA_CATEGORIES, type ServiceCatalogue, type Words } from '#journey';
import { type Instant, type Json } from '#statechart';
import { reachInForce } from '../assistance/reach.js';
import { disclosureOf } from '../decide/disclosure.js';
import { type Requester } from '../decide/participant-request.js';
import { RING_GRACE } from '../decide/rows-of.js';
import { type Definitions } from '../definitions.js';
import { dispatchId } from '../dispatch-id.js';
import { InvariantError, RequestError } from '../errors.js';
import { journeyIdFor, newJourneyId } from '../journey-id.js';
import { type Disclosure, type DispatchRecord, DispatchStatus } from '../journey-record.js';
import { type JourneyReader } from '../journey-reader.js';
import { mayKnowAccess } from '../known-access.js';
import { isDelivery } from '../mailbox/message-number.js';
import { covers } from '../mandates/mandate.js';
import { noMandate } from '../mandates/mandates.js';
import { type OpenedJourney } from '../opened-journey.js';
import {
  type AssistanceStore,
  type CalendarClock,
  type CorrectionStore,
  type DispatchStore,
  type Doorbell,
  type KeyedDigest,
  type MandateStore,
  type NewCorrection,
  type NewDispatch,
  type PageRequest,
  type WallClock,
} from '../ports.js';
import { ringLetters } from '../ring-letters.js';
import { roleOf } from '../role-of.js';
import { type Correction, CORRECTION, correctionService, isCorrection } from './correction.js';
import { correctionLetters, nameOfAuthority } from './correction-letters.js';
import { heirOfHolder, holderOfData } from './holder-of-data.js';

/** How long an authority has to answer (GDPR art. 12(3)). */
const TO_ANSWER = 'P1M';

export interface CorrectionsParts {
  readonly corrections: CorrectionStore;
  readonly journeys: JourneyReader;
  readonly dispatches: Pick<DispatchStore, 'find'>;
  readonly mandates: MandateStore;
  readonly assistances: AssistanceStore;
  readonly definitions: Definitions;
  readonly catalogue: ServiceCatalogue;
  readonly digests: KeyedDigest;
  readonly doorbell: Doorbell;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
}

export interface CorrectionRequest extends Requester {
  /** Id of the dispatch that gave the data. */
  readonly dispatch: string;
  /** Which category of what was given; absent: no one of them. */
  readonly category?: string;
  readonly wrong: string;
  readonly right: string;
  /** Idempotency key: what the same person asks with the same key is asked once. */
  readonly key?: string;
}

/** Right to rectification (GDPR art. 16): a person tells the authority that has their data what is wrong in them. */
export class Corrections {
  readonly #parts: CorrectionsParts;

  constructor(parts: CorrectionsParts) {
    this.#parts = parts;
  }

  /**
   * Asks for a correction. It is stored with the dispatch that takes it to the authority, and then rung for.
   *
   * @throws RequestError `unknown-disclosure`, `invalid`, `no-mandate`, `key-reused`
   */
  async ask(request: CorrectionRequest): Promise<Correction> {
    const { corrections, digests, doorbell, calendar, wall } = this.#parts;
    const { person, holder, assistance, key, category } = request;
    const at = calendar.now();
    const { given, opened } = await this.#given(request);
    const { definition } = opened.compiled;
    const reaches = await reachInForce(this.#parts, request, at);
    if (reaches?.some(reach => covers(reach, definition.id)) === false) throw noMandate();
    if (category !== undefined && !given.disclosure.categories.includes(category)) throw notGiven(given);
    const by = holder === undefined ? person : `${holder} for ${person}`;
    const id =
      key === undefined ? newJourneyId(at) : journeyIdFor(await digests.of(`correction\n${by}\n${key}`));
    const { givenTo, ...asked } = this.#asked(given, category, at);
    const acting = holder !== undefined && {
      holder,
      person,
      ...(assistance && { authority: assistance.authority }),
    };
    const correction: NewCorrection = {
      id,
      person,
      at,
      lastDay: addPeriod(dateAt(at), TO_ANSWER),
      definition: definition.id,
      ...asked,
      content: {
        dispatch: given.id,
        concerns: this.#concerns(given, definition.title),
        ...(category !== undefined && { category }),
        wrong: request.wrong,
        right: request.right,
        ...(givenTo && { givenTo }),
      },
      ...(acting && { acting }),
    };
    const told = correctionLetters(this.#parts, correction, at);
    const sent = this.#dispatchOf(correction, wall.now() + RING_GRACE);
    const letters = { ...told, dispatches: [sent, ...told.dispatches] };
    if (await corrections.add(correction, letters)) {
      ringLetters(doorbell, id, letters);
      return { ...correction, status: DispatchStatus.pending };
    }
    const earlier = await corrections.find(id);
    if (earlier && isSame(earlier, correction)) return earlier;
    const message = 'this Idempotency-Key was used with another request; use a new key for a new request';
    throw new RequestError('key-reused', message);
  }

  /** A page of a person's, newest first. */
  page(person: string, page: PageRequest): Promise<readonly Correction[]> {
    return this.#parts.corrections.pageOf(person, page);
  }

  /** @throws RequestError `unknown-correction`, also for another person's */
  async one(id: string, person: string): Promise<Correction> {
    const found = await this.#parts.corrections.find(id);
    if (found?.person === person) return found;
    throw unknownCorrection();
  }

  /** The dispatch that gave the data, where the person may know of it; what was written to them is no data of an authority's. */
  async #given({ dispatch, person }: CorrectionRequest): Promise<{
    readonly given: DispatchRecord & { readonly disclosure: Disclosure };
    readonly opened: OpenedJourney;
  }> {
    const { journeys, dispatches } = this.#parts;
    const given = await dispatches.find(dispatch);
    const { disclosure } = given ?? {};
    if (!given || !disclosure || isDelivery(given) || isCorrection(given)) throw unknownDisclosure();
    const opened = await journeys.open(given.journey, person).catch((error: unknown) => {
      throw error instanceof RequestError ? unknownDisclosure() : error;
    });
    const { state } = given.undoes === undefined ? given : await this.#undone(given);
    const record = { kind: 'given', id: given.id, persons: disclosure.persons } as const;
    if (!mayKnowAccess({ ...record, ...(state !== undefined && { state }) }, opened))
      throw unknownDisclosure();
    return { given: { ...given, disclosure }, opened };
  }

  async #undone({ journey, undoes }: DispatchRecord): Promise<Pick<DispatchRecord, 'state'>> {
    return (await this.#parts.dispatches.find(dispatchId(journey, undoes!))) ?? {};
  }

  /** Who has the data: the register that holds them for the country, or else whoever was given them, or has come after it. */
  #asked(
    given: DispatchRecord,
    category: string | undefined,
    at: Instant,
  ): Pick<NewCorrection, 'service' | 'authority'> & Pick<Correction['content'], 'givenTo'> {
    const { catalogue } = this.#parts;
    const holder = category === undefined ? undefined : holderOfData(category, catalogue);
    const role = roleOf(given.service);
    if (holder !== undefined && holder !== role) {
      return { service: correctionService(holder), authority: holder, givenTo: [given.authority] };
    }
    const service = correctionService(role);
    return { service, authority: heirOfHolder(service, given.authority, catalogue, at) };
  }

  #concerns({ service }: DispatchRecord, title: Words): Words {
    const name = this.#parts.catalogue.service(service)?.name;
    const both = (language: keyof Words) =>
      name ? `${title[language]}: ${name[language]}` : title[language];
    return { da: both('da'), en: both('en') };
  }

  #dispatchOf(
    { person, at, service, authority, content, acting }: NewCorrection,
    ringAt: Instant,
  ): NewDispatch {
    const { catalogue } = this.#parts;
    const contract = catalogue.service(service);
    if (!contract) {
      throw new InvariantError('unknown-service', `no contract in the catalogue describes ${service}`);
    }
    const { concerns, category, wrong, right, givenTo } = content;
    const input: Json = {
      person,
      concerns: concerns.da.slice(0, 500),
      ...(category !== undefined && { data: DATA_CATEGORIES[category as keyof typeof DATA_CATEGORIES].da }),
      wrong,
      right,
      ...(givenTo && { givenTo: givenTo.map(id => nameOfAuthority(catalogue, id, dateAt(at)).da) }),
    };
    const disclosure = disclosureOf(contract, input);
    return {
      seq: CORRECTION,
      service,
      authority,
      input,
      ringAt,
      ...(disclosure && { disclosure: { ...disclosure, ...(acting && { acting }) } }),
    };
  }
}

function isSame(one: NewCorrection, other: NewCorrection): boolean {
  const said = ({ content: { dispatch, category, wrong, right } }: NewCorrection) =>
    JSON.stringify([dispatch, category, wrong, right]);
  return said(one) === said(other);
}

/** 404 for one that does not exist and for one that is not the person's to know. */
function unknownDisclosure(): RequestError {
  return new RequestError('unknown-disclosure', 'no authority was given data about you in this way');
}

/** 404 for one that does not exist and for another person's. */
export function unknownCorrection(): RequestError {
  return new RequestError('unknown-correction', 'you have asked for no such correction');
}

function notGiven({ disclosure }: { readonly disclosure: Disclosure }): RequestError {
  const message = `must be one of ${disclosure.categories.join(', ')}`;
  const fields = [{ path: '/category', code: 'notGiven', message }];
  return new RequestError('invalid', 'the authority was given no data of this category', fields);
}
