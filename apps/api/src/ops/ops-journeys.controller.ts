import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller } from '#identity';
import { Definitions, JourneyRuntime, JourneyStore, OpsStore, RequestError } from '#runtime';
import { Ops } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { keysetCursor } from '../paging/cursor.js';
import { limitOf } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { Audited } from '../audit/audited.js';
import { Problems } from '../problem/problems.decorator.js';
import { CaseReferences } from './case-references.js';
import { JourneySearch, journeyFilter } from './journey-search.js';
import { OpsJourneyDetail, OpsJourneyPage, opsDispatch, opsEntry, opsJourney } from './ops-documents.js';

/** More than any journey asks for. */
const MOST_DISPATCHES = 1_000;

@Ops()
@ApiTags('ops')
@Controller('ops/journeys')
export class OpsJourneysController {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly definitions: Definitions,
    private readonly ops: OpsStore,
    private readonly journeys: JourneyStore,
    private readonly references: CaseReferences,
  ) {}

  @Get()
  @Audited('journeys-searched', ({ items }: OpsJourneyPage, { query }) =>
    query['reference'] === undefined ? [] : items.map(({ id }) => id),
  )
  @ApiOperation({ summary: 'Search journeys, newest first' })
  @ApiOkResponse({ type: OpsJourneyPage })
  @Problems('invalid')
  async search(@Query() search: JourneySearch): Promise<OpsJourneyPage> {
    const found = await this.ops.journeys(journeyFilter(search));
    const { items, ...next } = pageUpTo(found, limitOf(search), ({ journey, startedAt }) =>
      keysetCursor({ at: startedAt, id: journey }),
    );
    const documents = items.map(async summary => opsJourney(summary, await this.references.of(summary)));
    return { items: await Promise.all(documents), ...next };
  }

  @Get(':journey')
  @Audited('journey-read')
  @ApiOperation({ summary: 'What moved a journey and whom it has asked, without any content' })
  @ApiOkResponse({ type: OpsJourneyDetail })
  @Problems('unknown-journey')
  async one(@Param('journey') journey: string): Promise<OpsJourneyDetail> {
    const record = await this.journeys.load(journey);
    if (!record) throw new RequestError('unknown-journey', `there is no journey ${journey}`);
    const { definition, hash, status, version, startedAt, state } = record;
    const [compiled, journal, dispatches] = await Promise.all([
      this.definitions.byHash(hash),
      this.journeys.journal(journey),
      this.ops.dispatches({ journey, limit: MOST_DISPATCHES }),
    ]);
    const states = state.compensating ? [] : compiled.activePaths(state.chart);
    const movedAt = journal.at(-1)?.at ?? startedAt;
    const summary = { journey, definition, hash, status, states, version, startedAt, movedAt };
    return {
      ...opsJourney(summary, await this.references.of(summary)),
      journal: journal.map(opsEntry),
      dispatches: dispatches.map(opsDispatch).reverse(),
    };
  }

  @Post(':journey/resume')
  @HttpCode(204)
  @Audited('journey-resumed')
  @ApiOperation({ summary: 'Try a held journey again, with everything that has arrived meanwhile' })
  @ApiNoContentResponse({ description: 'It goes on' })
  @Problems('unknown-journey', 'not-settleable', 'journey-held')
  async resume(@Param('journey') journey: string, @Calling() { person }: Caller): Promise<void> {
    await this.runtime.resume(journey, `ops:${person}`);
  }
}
