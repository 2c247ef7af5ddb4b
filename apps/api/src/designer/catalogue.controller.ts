import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language } from '#journey';
import { CatalogueReader } from '../access/access.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { limitOf, PageQuery } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { Problems } from '../problem/problems.decorator.js';
import { CatalogueJourneyPage, ReadVersionDocument } from './catalogue-documents.js';
import { PublishedJourneys } from './published-journeys.js';

const DEFINITION_ID = /^([a-zA-Z][a-zA-Z0-9-]{0,63})$/;

@CatalogueReader()
@Localized()
@ApiTags('designer')
@Controller('designer')
export class CatalogueController {
  constructor(private readonly published: PublishedJourneys) {}

  @Get('journeys')
  @ApiOperation({
    summary: 'The catalogue: every journey with its versions, who is under way on them, and how good it is',
    description: 'Appraising a journey takes a while: read again what is under way.',
  })
  @ApiOkResponse({ type: CatalogueJourneyPage })
  @Problems('invalid')
  async journeys(
    @Query() query: PageQuery,
    @PreferredLanguage() language: Language,
  ): Promise<CatalogueJourneyPage> {
    const [after] = query.after === undefined ? [] : placeOf(query.after, DEFINITION_ID);
    return pageUpTo(await this.published.list(language, after), limitOf(query), ({ id }) => cursorOf(id));
  }

  @Get('versions/:hash')
  @ApiOperation({
    summary: 'A version: what the check says, what no scenario walks, and its score with every reason',
  })
  @ApiOkResponse({ type: ReadVersionDocument })
  @Problems('unknown-version')
  version(
    @Param('hash') hash: string,
    @PreferredLanguage() language: Language,
  ): Promise<ReadVersionDocument> {
    return this.published.one(hash, language);
  }
}
