import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#authorities';
import { dateAt } from '#calendar';
import { type Caller, reaches } from '#identity';
import { type Definition, type Language } from '#journey';
import { CalendarClock, Definitions, type DefinitionVersion, noMandate } from '#runtime';
import { OpenOrActing } from '../access/access.js';
import { ActingCaller } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { limitOf } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { Problems } from '../problem/problems.decorator.js';
import { DefinitionDocument, type DefinitionListItem, DefinitionPage } from './definition-document.js';
import { DefinitionScores } from './definition-scores.js';
import { DefinitionQuery } from './definition-query.js';
import { describeDefinition, listDefinition } from './describe-definition.js';
import { JourneyFinder } from './journey-finder.js';
import { ScoreDocument } from './score-document.js';
import { DefinitionWords } from './words.js';

const DEFINITION_ID = /^([a-zA-Z][a-zA-Z0-9-]{0,63})$/;

const NOTHING_FOUND: Readonly<Record<Language, string>> = {
  da: 'Vi fandt ikke noget, der passer til det, du skrev. Her er alt, hvad du kan få hjælp til. Du kan også prøve med andre ord.',
  en: 'We found nothing that fits what you wrote. Here is everything you can get help with. You can also try other words.',
};

/**
 * What there is to start, and what starting it means. Open to all: one should know before signing in. Whoever acts for another is told of
 * what they can start for them.
 */
@OpenOrActing()
@Localized()
@ApiTags('citizen')
@Controller('definitions')
export class DefinitionsController {
  constructor(
    private readonly definitions: Definitions,
    private readonly catalogue: Catalogue,
    private readonly clock: CalendarClock,
    private readonly finder: JourneyFinder,
    private readonly scores: DefinitionScores,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The journeys that can be started today, or those that fit what has happened' })
  @ApiOkResponse({ type: DefinitionPage })
  @Problems('invalid')
  async list(
    @Query() query: DefinitionQuery,
    @ActingCaller() acting: Caller | undefined,
    @PreferredLanguage() language: Language,
  ): Promise<DefinitionPage> {
    const [after] = query.after === undefined ? [''] : placeOf(query.after, DEFINITION_ID);
    const startable = await this.definitions.startable(dateAt(this.clock.now()));
    const all = startable.filter(({ id }) => mayStart(acting, id));
    const question = query.q?.trim() ?? '';
    if (question !== '' && query.after === undefined) {
      const found = await this.#find(question, all, language);
      if (found.length > 0) return { items: found.slice(0, limitOf(query)) };
    }
    const { items, ...next } = pageUpTo(
      all.filter(({ id }) => id > after!),
      limitOf(query),
      ({ id }) => cursorOf(id),
    );
    const listed = (await this.#read(items)).map(definition => this.#listed(definition, language));
    return { items: listed, ...next, ...(question !== '' && { note: NOTHING_FOUND[language] }) };
  }

  @Get(':definition')
  @ApiOperation({
    summary: 'Before you start: what you will be asked, who gets which data and why, how long it takes',
  })
  @ApiOkResponse({ type: DefinitionDocument })
  @Problems('unknown-definition')
  async one(
    @Param('definition') id: string,
    @ActingCaller() acting: Caller | undefined,
    @PreferredLanguage() language: Language,
  ): Promise<DefinitionDocument> {
    if (!mayStart(acting, id)) throw noMandate();
    const now = this.clock.now();
    const today = dateAt(now);
    const compiled = await this.definitions.inForce(id, today);
    const words = this.#words(compiled.definition, language);
    return describeDefinition(compiled.definition, compiled.fees(now), this.catalogue, words, today);
  }

  @Get(':definition/score')
  @ApiOperation({
    summary:
      'How the journey does by the eGovernment Benchmark and the principles of digital-ready legislation',
  })
  @ApiOkResponse({ type: ScoreDocument })
  @Problems('unknown-definition')
  async score(
    @Param('definition') id: string,
    @PreferredLanguage() language: Language,
  ): Promise<ScoreDocument> {
    const { definition } = await this.definitions.inForce(id, dateAt(this.clock.now()));
    return this.scores.of(definition, language);
  }

  async #find(question: string, versions: readonly DefinitionVersion[], language: Language) {
    const definitions = await this.#read(versions);
    const byId = new Map(definitions.map(definition => [definition.id, definition]));
    return this.finder.find(question, definitions).flatMap(({ id, rank, because }): DefinitionListItem[] => {
      const definition = byId.get(id);
      return definition ? [{ ...this.#listed(definition, language), rank, because }] : [];
    });
  }

  async #read(versions: readonly DefinitionVersion[]): Promise<Definition[]> {
    const compiled = await Promise.all(versions.map(({ hash }) => this.definitions.byHash(hash)));
    return compiled.map(({ definition }) => definition);
  }

  #listed(definition: Definition, language: Language): DefinitionListItem {
    return listDefinition(definition, this.#words(definition, language));
  }

  #words(definition: Definition, language: Language): DefinitionWords {
    return new DefinitionWords(definition, this.catalogue, language);
  }
}

function mayStart(acting: Caller | undefined, definition: string): boolean {
  return acting === undefined || reaches(acting, definition);
}
