import { Catalogue } from '#authorities';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { dateAt } from '#calendar';
import { type Definition } from '#journey';
import { Clock, Definitions } from '#runtime';
import { Open } from '../access/access.js';
import { requestLanguage } from '../http/request-language.js';
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
@ApiTags('citizen')
@Controller('v1/definitions')
export class DefinitionsController {
  constructor(
    private readonly definitions: Definitions,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The journeys that can be started today' })
  @ApiOkResponse({ type: DefinitionPage })
  @Problems('invalid')
  async list(
    @Query() query: PageQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DefinitionPage> {
    const [after] = query.after === undefined ? [''] : placeOf(query.after, DEFINITION_ID);
    const today = dateAt(this.clock.now());
    const begun = (await this.definitions.list()).filter(({ effective }) => effective <= today);
    const ids = [...new Set(begun.map(({ id }) => id))].sort().filter(id => id > after!);
    const { items, ...next } = pageUpTo(ids, limitOf(query), cursorOf);
    const inForce = await Promise.all(items.map(id => this.definitions.inForce(id, today)));
    return {
      items: inForce.map(({ definition }) =>
        listDefinition(definition, this.#words(definition, request, response)),
      ),
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
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DefinitionDocument> {
    const { definition } = await this.definitions.inForce(id, dateAt(this.clock.now()));
    return describeDefinition(definition, this.catalogue, this.#words(definition, request, response));
  }

  #words(definition: Definition, request: Request, response: Response): DefinitionWords {
    const language = requestLanguage(request);
    response.set({ 'Content-Language': language, Vary: 'Accept-Language' });
    return new DefinitionWords(definition, this.catalogue, language);
  }
}
