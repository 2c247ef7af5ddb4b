import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#authorities';
import { dateAt } from '#calendar';
import { type Definition, type Language } from '#journey';
import { CalendarClock, Definitions } from '#runtime';
import { Open } from '../access/access.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { PageQuery, limitOf } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { Problems } from '../problem/problems.decorator.js';
import { DefinitionDocument, DefinitionPage } from './definition-document.js';
import { describeDefinition, listDefinition } from './describe-definition.js';
import { DefinitionWords } from './words.js';

const DEFINITION_ID = /^([a-zA-Z][a-zA-Z0-9-]{0,63})$/;

/** What there is to start, and what starting it means. Open to all: one should know before signing in. */
@Open()
@Localized()
@ApiTags('citizen')
@Controller('definitions')
export class DefinitionsController {
  constructor(
    private readonly definitions: Definitions,
    private readonly catalogue: Catalogue,
    private readonly clock: CalendarClock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The journeys that can be started today' })
  @ApiOkResponse({ type: DefinitionPage })
  @Problems('invalid')
  async list(@Query() query: PageQuery, @PreferredLanguage() language: Language): Promise<DefinitionPage> {
    const [after] = query.after === undefined ? [''] : placeOf(query.after, DEFINITION_ID);
    const today = dateAt(this.clock.now());
    const begun = (await this.definitions.list()).filter(({ effective }) => effective <= today);
    const ids = [...new Set(begun.map(({ id }) => id))].sort().filter(id => id > after!);
    const { items, ...next } = pageUpTo(ids, limitOf(query), cursorOf);
    const inForce = await Promise.all(items.map(id => this.definitions.inForce(id, today)));
    return {
      items: inForce.map(({ definition }) => listDefinition(definition, this.#words(definition, language))),
      ...next,
    };
  }

  @Get(':definition')
  @ApiOperation({
    summary: 'Before you start: what you will be asked, who gets which data and why, how long it takes',
  })
  @ApiOkResponse({ type: DefinitionDocument })
  @Problems('unknown-definition')
  async one(
    @Param('definition') id: string,
    @PreferredLanguage() language: Language,
  ): Promise<DefinitionDocument> {
    const now = this.clock.now();
    const compiled = await this.definitions.inForce(id, dateAt(now));
    const words = this.#words(compiled.definition, language);
    return describeDefinition(compiled.definition, compiled.fees(now), this.catalogue, words);
  }

  #words(definition: Definition, language: Language): DefinitionWords {
    return new DefinitionWords(definition, this.catalogue, language);
  }
}
