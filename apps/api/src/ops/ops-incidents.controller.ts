import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language } from '#journey';
import { DispatchStore, OpsStore, RequestError, RINGS_A_SECOND, WallClock } from '#runtime';
import { Ops } from '../access/access.js';
import { Audited } from '../audit/audited.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { limitOf, PageQuery } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { Problems } from '../problem/problems.decorator.js';
import { opsIncident, OpsIncidentPage } from './incident-documents.js';
import { MOST_REOPENED, OpsReopened } from './ops-reopened.js';
import { Reason } from './ops-orders.js';
import { ServiceTitles } from './service-titles.js';

const NAME = /^[\w.-]{1,128}$/;
const NUMBER = /^(\d{1,9})$/;

@Ops()
@ApiTags('ops')
@Controller('ops/incidents')
export class OpsIncidentsController {
  constructor(
    private readonly titles: ServiceTitles,
    private readonly ops: OpsStore,
    private readonly dispatches: DispatchStore,
    private readonly clock: WallClock,
  ) {}

  @Get()
  @Localized()
  @ApiOperation({ summary: 'What fails, by service and cause, the largest first' })
  @ApiOkResponse({ type: OpsIncidentPage })
  @Problems('invalid')
  async list(@Query() query: PageQuery, @PreferredLanguage() language: Language): Promise<OpsIncidentPage> {
    const [after = '0'] = query.after === undefined ? [] : placeOf(query.after, NUMBER);
    const incidents = (await this.ops.incidents()).slice(Number(after));
    const { items, ...next } = pageUpTo(incidents, limitOf(query), () =>
      cursorOf(String(Number(after) + limitOf(query))),
    );
    return {
      items: items.map(incident => opsIncident(incident, this.titles.of(incident.service, language))),
      ...next,
    };
  }

  @Post(':service/:cause/retry')
  @HttpCode(200)
  @Audited('incident-retried', ({ journeys }: OpsReopened) => journeys)
  @ApiOperation({
    summary: 'Try anew all that fails alike, given up or not',
    description: `Oldest first, ${RINGS_A_SECOND} a second, ${MOST_REOPENED} with one order; the answer says how many there are besides. What an earlier order is trying is left to it, and with that no more than ${MOST_REOPENED} stand in line.`,
  })
  @ApiOkResponse({ type: OpsReopened })
  @Problems('invalid', 'unknown-incident')
  async retry(
    @Param('service') service: string,
    @Param('cause') cause: string,
    @Body() _why: Reason,
  ): Promise<OpsReopened> {
    const alike = { service, cause };
    const known = NAME.test(service) && NAME.test(cause);
    const retried = known
      ? await this.dispatches.reopenAlike(alike, this.clock.now(), RINGS_A_SECOND, MOST_REOPENED)
      : undefined;
    if (retried && retried.rung + retried.left + retried.underWay > 0) return retried;
    throw new RequestError('unknown-incident', `nothing that '${service}' was asked fails as '${cause}'`);
  }
}
