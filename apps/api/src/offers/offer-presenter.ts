import { Injectable } from '@nestjs/common';
import { Catalogue } from '#authorities';
import { dateAt, iso } from '#calendar';
import { type Caller, reaches } from '#identity';
import { type Language } from '#journey';
import { CalendarClock, OfferReader, type OfferView, readOn } from '#runtime';
import { ReaderWords } from '../citizen/reader-words.js';
import { DefinitionWords } from '../citizen/words.js';
import { keysetCursor } from '../paging/cursor.js';
import { limitOf, pageRequest, type PageQuery } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { PersonExchange } from '../persons/person-exchange.js';
import { type OfferDocument, type OfferedFieldDocument, type OfferPage } from './offer-document.js';

/** Presenter: journeys that are held out to a person, with why, and what is known already. */
@Injectable()
export class OfferPresenter {
  constructor(
    private readonly offers: OfferReader,
    private readonly catalogue: Catalogue,
    private readonly persons: PersonExchange,
    private readonly clock: CalendarClock,
  ) {}

  async page(caller: Caller, query: PageQuery, language: Language): Promise<OfferPage> {
    const { person } = caller;
    const keysetOf = ({ record: { startedAt: at, id } }: OfferView) => ({ at, id });
    const found = await readOn(pageRequest(query), {
      read: page => this.offers.page(person, page),
      keysetOf,
      keep: all => all.filter(({ record }) => reaches(caller, record.definition)),
    });
    const { items, ...next } = pageUpTo(found, limitOf(query), last => keysetCursor(keysetOf(last)));
    return { items: await Promise.all(items.map(view => this.of(view, person, language))), ...next };
  }

  /** @throws RequestError `unknown-offer` */
  async one(offer: string, person: string, language: Language): Promise<OfferDocument> {
    return this.of(await this.offers.one(offer, person), person, language);
  }

  async of(
    { record, compiled, offer }: OfferView,
    person: string,
    language: Language,
  ): Promise<OfferDocument> {
    const { id, definition } = record;
    const words = new DefinitionWords(compiled.definition, this.catalogue, language);
    const { title, body } = compiled.definition.texts[language].offers[offer.name] ?? { title: id, body: '' };
    const source = compiled.definition.offers[offer.name]?.source;
    const authorityName = words.authority(offer.authority);
    const isOpen = record.status === 'offered' && this.clock.now() < offer.until;
    const isTaken = offer.takenAt !== undefined;
    return {
      id,
      definition,
      journeyTitle: words.title,
      title,
      body,
      why: {
        text: BECAUSE[language](authorityName, words.report(offer.report)),
        authority: offer.authority,
        authorityName,
        report: offer.report,
        reportedAt: iso(offer.at),
        ...(source !== undefined && { source }),
      },
      given: await this.#given({ record, compiled, offer }, person, language, authorityName),
      // Until is the instant after the last on which it may be taken.
      lastDay: dateAt(offer.until - 1),
      status: isTaken ? 'taken' : isOpen ? 'open' : 'over',
      ...(isTaken && { journey: id }),
    };
  }

  async #given(
    { record, compiled, offer }: OfferView,
    viewer: string,
    language: Language,
    source: string,
  ): Promise<readonly OfferedFieldDocument[]> {
    const { takes, forms } = compiled.definition;
    const schema = takes === undefined ? true : (forms[takes] ?? true);
    const scope = { journey: record.id, task: '', viewer };
    const words = new ReaderWords(compiled, { person: viewer, state: record.state.chart }, language);
    const shown = await this.persons.shown(schema, offer.given, scope, words);
    const labels = new Map(shown.persons.map(({ value, label }) => [value, label]));
    const fields = compiled.words.given(shown.data, language, handle => labels.get(handle));
    return fields.map(field => ({ ...field, source }));
  }
}

const BECAUSE: Readonly<Record<Language, (authority: string, report: string) => string>> = {
  da: (authority, report) => `Du får tilbuddet, fordi ${authority} har meddelt: ”${report}”.`,
  en: (authority, report) => `You are offered this because ${authority} has reported: “${report}”.`,
};
