import { Injectable } from '@nestjs/common';
import { Catalogue } from '#authorities';
import { type Caller, reaches } from '#identity';
import { type Language } from '#journey';
import {
  CalendarClock,
  type Correction,
  Corrections,
  isOpenCorrection,
  readOn,
  unknownCorrection,
} from '#runtime';
import { HolderNames } from '../citizen/holder-names.js';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { limitOf, type PageQuery } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { type CorrectionDocument, type CorrectionPage } from './correction-document.js';
import { describeCorrection } from './describe-correction.js';

const PLACE = /^(\d{1,13}) ([0-9a-f-]{36})$/;
/** So many of the latest are looked through for those that are open. */
const LATEST = 100;

/** Presenter: corrections as documents for their person, and for who acts for them where that reaches. */
@Injectable()
export class CorrectionPresenter {
  constructor(
    private readonly corrections: Corrections,
    private readonly catalogue: Catalogue,
    private readonly holders: HolderNames,
    private readonly calendar: CalendarClock,
  ) {}

  async page(caller: Caller, query: PageQuery, language: Language): Promise<CorrectionPage> {
    const limit = limitOf(query);
    const [at, id] = query.after === undefined ? [] : placeOf(query.after, PLACE);
    const found = await readOn(
      { limit: limit + 1, ...(at !== undefined && id !== undefined && { after: { at: Number(at), id } }) },
      {
        read: page => this.corrections.page(caller.person, page),
        keysetOf: last => ({ at: last.at, id: last.id }),
        keep: all => all.filter(({ definition }) => reaches(caller, definition)),
      },
    );
    const { items, ...next } = pageUpTo(found, limit, last => cursorOf(`${last.at} ${last.id}`));
    return { items: await this.#described(items, caller, language), ...next };
  }

  /** Those that the authority owes an answer, what is due first at the head. */
  async open(
    caller: Pick<Caller, 'person' | 'mandates'>,
    language: Language,
  ): Promise<readonly CorrectionDocument[]> {
    const latest = await this.corrections.page(caller.person, { limit: LATEST });
    const open = latest.filter(one => isOpenCorrection(one) && reaches(caller, one.definition));
    return this.#described(open.toReversed(), caller, language);
  }

  /** @throws RequestError `unknown-correction` */
  async one(id: string, caller: Caller, language: Language): Promise<CorrectionDocument> {
    const found = await this.corrections.one(id, caller.person);
    if (!reaches(caller, found.definition)) throw unknownCorrection();
    return this.document(found, caller, language);
  }

  async document(correction: Correction, caller: Caller, language: Language): Promise<CorrectionDocument> {
    return (await this.#described([correction], caller, language))[0]!;
  }

  async #described(
    corrections: readonly Correction[],
    { person }: Pick<Caller, 'person'>,
    language: Language,
  ): Promise<readonly CorrectionDocument[]> {
    const holders = await this.holders.of(
      corrections.map(({ acting }) => ({ holder: acting?.holder })),
      person,
    );
    const now = this.calendar.now();
    return corrections.map(one => describeCorrection(one, this.catalogue, language, now, holders));
  }
}
