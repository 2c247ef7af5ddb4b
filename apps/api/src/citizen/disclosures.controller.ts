import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#authorities';
import { dateAt } from '#calendar';
import { type Caller, reaches } from '#identity';
import { type Language } from '#journey';
import { CalendarClock, DisclosureReader } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { limitOf } from '../paging/page-query.js';
import { Problems } from '../problem/problems.decorator.js';
import { describeDisclosure } from './describe-disclosure.js';
import { DisclosurePage, DisclosureQuery } from './disclosure-document.js';
import { HolderNames } from './holder-names.js';

const PLACE = /^(\d{1,13}) ([0-9a-z-]{1,64})$/;

@Citizen()
@Localized()
@ApiTags('citizen')
@Controller('disclosures')
export class DisclosuresController {
  constructor(
    private readonly disclosures: DisclosureReader,
    private readonly catalogue: Catalogue,
    private readonly calendar: CalendarClock,
    private readonly holders: HolderNames,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Who used your data: which data, to whom, when, for what, on which ground; newest first',
  })
  @ApiOkResponse({ type: DisclosurePage })
  @Problems('invalid', 'unknown-journey')
  async page(
    @Query() query: DisclosureQuery,
    @Calling() caller: Caller,
    @PreferredLanguage() language: Language,
  ): Promise<DisclosurePage> {
    const { person } = caller;
    const [at, id] = query.after === undefined ? [] : placeOf(query.after, PLACE);
    const { items, next } = await this.disclosures.page(
      {
        person,
        limit: limitOf(query),
        ...(query.journey !== undefined && { journey: query.journey }),
        ...(at !== undefined && id !== undefined && { after: { at: Number(at), id } }),
      },
      definition => reaches(caller, definition),
    );
    const today = dateAt(this.calendar.now());
    const holders = await this.holders.of(
      items.map(item => ({ holder: item.kind === 'given' ? item.acting?.holder : undefined })),
      person,
    );
    return {
      items: items.map(item => describeDisclosure(item, person, this.catalogue, language, today, holders)),
      ...(next && { next: cursorOf(`${next.at} ${next.id}`) }),
    };
  }
}
