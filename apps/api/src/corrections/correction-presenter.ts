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
import { keysetCursor } from '../paging/cursor.js';
import { limitOf, type PageQuery, pageRequest } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { type CorrectionDocument, type CorrectionPage } from './correction-document.js';
import { describeCorrection } from './describe-correction.js';

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
    const found = await readOn(pageRequest(query), {
      read: page => this.corrections.page(caller.person, page),
      keysetOf: last => last,
      keep: all => all.filter(({ definition }) => reaches(caller, definition)),
    });
    const { items, ...next } = pageUpTo(found, limitOf(query), keysetCursor);
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
