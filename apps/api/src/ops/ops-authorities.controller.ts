import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#authorities';
import { dateAt } from '#calendar';
import { withoutCpr } from '#telemetry';
import { AuthorityPauses } from '#queue';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import {
  CalendarClock,
  WallClock,
  DispatchStore,
  OpsStore,
  PauseStore,
  RequestError,
  RINGS_A_SECOND,
} from '#runtime';
import { Ops } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Localized } from '../http/representation/localized.interceptor.js';
import { PreferredLanguage } from '../http/representation/preferred-language.js';
import { Audited } from '../audit/audited.js';
import { Problems } from '../problem/problems.decorator.js';
import { describeAuthorities } from './describe-authorities.js';
import { OpsAuthority } from './ops-documents.js';
import { Reason, Resumption } from './ops-orders.js';
import { MOST_REOPENED, OpsReopened } from './ops-reopened.js';

@Ops()
@ApiTags('ops')
@Controller('ops/authorities')
export class OpsAuthoritiesController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly ops: OpsStore,
    private readonly paused: PauseStore,
    private readonly dispatches: DispatchStore,
    private readonly clock: WallClock,
    private readonly calendar: CalendarClock,
    private readonly pauses: AuthorityPauses,
  ) {}

  @Get()
  @Localized()
  @ApiOperation({
    summary:
      'Every role of the catalogue, then every municipality and region: whether it is paused, and what waits for it',
  })
  @ApiOkResponse({ type: [OpsAuthority] })
  async list(@PreferredLanguage() language: Language): Promise<readonly OpsAuthority[]> {
    const now = this.calendar.now();
    const [paused, backlog, overdue] = await Promise.all([
      this.paused.paused(),
      this.ops.backlog(),
      this.ops.overdue(now),
    ]);
    return describeAuthorities(this.catalogue, { paused, backlog, overdue }, dateAt(now), language);
  }

  @Post(':authority/pause')
  @HttpCode(204)
  @Audited('authority-paused')
  @ApiOperation({
    summary:
      'Ask an authority, or all who take a role, nothing until it is resumed; what is asked of it waits',
  })
  @ApiNoContentResponse({ description: 'Paused' })
  @Problems('invalid', 'unknown-authority')
  pause(
    @Param('authority') authority: string,
    @Body() { reason }: Reason,
    @Calling() { person }: Caller,
  ): Promise<void> {
    return this.#set(authority, true, reason, person);
  }

  @Post(':authority/resume')
  @HttpCode(200)
  @Audited('authority-resumed', ({ journeys }: OpsReopened) => journeys)
  @ApiOperation({
    summary: 'Ask an authority, or all who take a role, again',
    description: `What waits for it is tried now, however long it was put off, also when it was not paused: oldest first, ${RINGS_A_SECOND} a second, ${MOST_REOPENED} with one order. The answer says how many there are besides; they are tried when their time comes, or by a further order, which takes what this one has not.`,
  })
  @ApiOkResponse({ type: OpsReopened })
  @Problems('invalid', 'unknown-authority')
  async resume(
    @Param('authority') authority: string,
    @Body() { reason, parked = false }: Resumption,
    @Calling() { person }: Caller,
  ): Promise<OpsReopened> {
    await this.#set(authority, false, reason, person);
    const of = this.#isHeldByMany(authority) ? { role: authority } : { authority };
    return this.dispatches.reopenAll(of, this.clock.now(), RINGS_A_SECOND, MOST_REOPENED, parked);
  }

  async #set(authority: string, paused: boolean, reason: string, person: string): Promise<void> {
    if (!this.catalogue.authority(authority) && !this.catalogue.directory.has(authority)) {
      throw new RequestError('unknown-authority', `there is no authority and no role '${authority}'`);
    }
    await this.pauses.set(authority, paused, withoutCpr(reason), `ops:${person}`);
  }

  #isHeldByMany(role: string): boolean {
    return this.catalogue
      .services()
      .some(({ authority, heldBy }) => authority === role && heldBy !== 'country');
  }
}
