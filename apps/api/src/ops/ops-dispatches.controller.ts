import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import { CalendarClock, JourneyRuntime, OpsStore } from '#runtime';
import { Ops } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { keysetCursor } from '../paging/cursor.js';
import { limitOf } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { Audited } from '../audit/audited.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Problems } from '../problem/problems.decorator.js';
import { DispatchSearch, dispatchFilter } from './dispatch-search.js';
import { DispatchFinder } from './dispatch-finder.js';
import { OpsDispatchDetail, OpsDispatchPage, opsDispatch } from './ops-documents.js';
import { Reason, Resolution } from './ops-orders.js';
import { Settling } from './settling.js';
import { SkipPreviewDocument, skipPreviewDocument } from './skip-preview-document.js';

@Ops()
@ApiTags('ops')
@Controller('ops/dispatches')
export class OpsDispatchesController {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly settling: Settling,
    private readonly finder: DispatchFinder,
    private readonly ops: OpsStore,
    private readonly clock: CalendarClock,
  ) {}

  @Get()
  @Audited('dispatches-searched')
  @ApiOperation({ summary: 'Search dispatches, newest first' })
  @ApiOkResponse({ type: OpsDispatchPage })
  @Problems('invalid')
  async search(@Query() search: DispatchSearch): Promise<OpsDispatchPage> {
    const found = await this.ops.dispatches(dispatchFilter(search, this.clock.now()));
    const { items, ...next } = pageUpTo(found, limitOf(search), ({ id, createdAt }) =>
      keysetCursor({ at: createdAt, id }),
    );
    return { items: items.map(opsDispatch), ...next };
  }

  @Get(':dispatch')
  @Audited('journey-read')
  @Localized()
  @ApiOperation({ summary: 'How a dispatch stands, without any content' })
  @ApiOkResponse({ type: OpsDispatchDetail })
  @Problems('unknown-dispatch')
  one(
    @Param('dispatch') dispatch: string,
    @PreferredLanguage() language: Language,
  ): Promise<OpsDispatchDetail> {
    return this.finder.byId(dispatch, language);
  }

  @Post(':dispatch/retry')
  @HttpCode(204)
  @Audited('dispatch-retried')
  @ApiOperation({ summary: 'Try a dispatch now that waits for its next attempt, or was given up' })
  @ApiNoContentResponse({ description: 'It is tried again' })
  @Problems('invalid', 'unknown-dispatch', 'not-settleable')
  async retry(@Param('dispatch') dispatch: string, @Body() _why: Reason): Promise<void> {
    await this.runtime.retry(dispatch);
  }

  @Get(':dispatch/skip')
  @Audited('journey-read')
  @ApiOperation({
    summary: 'What skipping it would lead to, before it is done',
    description: 'Nothing changes. Names of states, tasks, texts and services; no content.',
  })
  @ApiOkResponse({ type: SkipPreviewDocument })
  @Problems('unknown-dispatch', 'not-settleable', 'not-skippable')
  async skipping(@Param('dispatch') dispatch: string): Promise<SkipPreviewDocument> {
    return skipPreviewDocument(await this.settling.skipping(dispatch));
  }

  @Post(':dispatch/skip')
  @HttpCode(204)
  @Audited('dispatch-skipped')
  @ApiOperation({
    summary: 'Let the journey go on without an answer, as its definition says under `skipped`',
    description: 'It may have been done all the same: should the journey be cancelled, it is undone.',
  })
  @ApiNoContentResponse({ description: 'The journey has gone on' })
  @Problems('invalid', 'unknown-dispatch', 'not-settleable', 'not-skippable')
  async skip(
    @Param('dispatch') dispatch: string,
    @Body() { reason }: Reason,
    @Calling() { person }: Caller,
  ): Promise<void> {
    await this.settling.skip(dispatch, reason, `ops:${person}`);
  }

  @Post(':dispatch/resolve')
  @HttpCode(204)
  @Audited('dispatch-resolved')
  @ApiOperation({ summary: 'Give the journey the answer that the authority has given by another way' })
  @ApiNoContentResponse({ description: 'The journey has gone on' })
  @Problems('invalid', 'unknown-dispatch', 'not-settleable')
  async resolve(
    @Param('dispatch') dispatch: string,
    @Body() { answer, reason }: Resolution,
    @Calling() { person }: Caller,
  ): Promise<void> {
    await this.settling.resolve(dispatch, answer, reason, `ops:${person}`);
  }
}
