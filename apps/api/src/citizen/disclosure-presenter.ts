import { Injectable } from '@nestjs/common';
import { Catalogue } from '#authorities';
import { dateAt } from '#calendar';
import { type Caller, scopeOf } from '#identity';
import { type Language } from '#journey';
import { CalendarClock, DisclosureReader } from '#runtime';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { limitOf } from '../paging/page-query.js';
import { DisclosureIds } from './disclosure-ids.js';
import { describeDisclosure } from './describe-disclosure.js';
import { HolderNames } from './holder-names.js';
import { type DisclosurePage, type DisclosureQuery } from './disclosure-document.js';

const PLACE = /^(\d{1,13}) ([0-9a-z-]{1,64})$/;

/** Presenter: who used a person's data, in their words. */
@Injectable()
export class DisclosurePresenter {
  constructor(
    private readonly disclosures: DisclosureReader,
    private readonly catalogue: Catalogue,
    private readonly calendar: CalendarClock,
    private readonly holders: HolderNames,
    private readonly ids: DisclosureIds,
  ) {}

  /** @throws RequestError `unknown-journey` */
  async page(caller: Caller, query: DisclosureQuery, language: Language): Promise<DisclosurePage> {
    const { person } = caller;
    const [at, id] = query.after === undefined ? [] : placeOf(query.after, PLACE);
    const { items, next } = await this.disclosures.page(
      {
        person,
        limit: limitOf(query),
        ...(query.journey !== undefined && { journey: query.journey }),
        ...(at !== undefined && id !== undefined && { after: { at: Number(at), id } }),
      },
      scopeOf(caller),
    );
    const holders = await this.holders.of(
      items.map(item => ({ holder: item.kind === 'given' ? item.acting?.holder : undefined })),
      person,
    );
    const { catalogue } = this;
    const scene = { catalogue, language, today: dateAt(this.calendar.now()), person, holders };
    return {
      items: items.map(item => {
        const handle = item.kind === 'given' ? this.ids.idOf(item.id, person) : undefined;
        return describeDisclosure(item, scene, handle);
      }),
      ...(next && { next: cursorOf(`${next.at} ${next.id}`) }),
    };
  }
}
