import { type CompiledJourney } from '#journey';
import { type Definitions } from '../definitions.js';
import { type JourneyRecord } from '../journey-record.js';
import { type JourneyStore, type PageRequest } from '../ports.js';
import { type OfferState } from './between.js';
import { unknownOffer } from './offer.js';

export interface OfferReaderParts {
  readonly journeys: Pick<JourneyStore, 'load' | 'pageOf'>;
  readonly definitions: Definitions;
}

/** A journey that is held out to somebody, as they read it. */
export interface OfferView {
  readonly record: JourneyRecord;
  readonly compiled: CompiledJourney;
  readonly offer: OfferState;
}

/** Query side of offers: what is held out to a person, and what became of it. Another person's does not exist for them. */
export class OfferReader {
  readonly #parts: OfferReaderParts;

  constructor(parts: OfferReaderParts) {
    this.#parts = parts;
  }

  /** Those that are open, newest first. */
  async page(person: string, page: PageRequest): Promise<readonly OfferView[]> {
    const found = await this.#parts.journeys.pageOf(person, page, 'offered');
    const read = await Promise.all(found.map(({ journey }) => this.#parts.journeys.load(journey)));
    const views = await Promise.all(read.map(record => record && this.viewOf(record, person)));
    return views.filter(view => view !== undefined);
  }

  /** @throws RequestError `unknown-offer` */
  async one(offer: string, person: string): Promise<OfferView> {
    const record = await this.#parts.journeys.load(offer);
    const view = record && (await this.viewOf(record, person));
    if (!view) throw unknownOffer(offer);
    return view;
  }

  /** Of a record in hand, such as a command has returned; undefined when it was never offered to this person. */
  async viewOf(record: JourneyRecord, person: string): Promise<OfferView | undefined> {
    const compiled = await this.#parts.definitions.byHash(record.hash);
    const { offer } = record.state.between ?? {};
    const isTheirs = compiled.rolesOf(record.state.chart, person).includes('applicant');
    return offer && isTheirs ? { record, compiled, offer } : undefined;
  }
}
