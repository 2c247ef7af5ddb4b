import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#authorities';
import { iso } from '#calendar';
import { withoutCpr } from '#telemetry';
import { AuthorityPauses } from '#queue';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import {
  WallClock,
  DispatchStore,
  OpsStore,
  type Pause,
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
import { OpsAuthority, OpsResumed } from './ops-documents.js';
import { Reason, Resumption } from './ops-orders.js';

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
    private readonly pauses: AuthorityPauses,
  ) {}

  @Get()
  @Localized()
  @ApiOperation({ summary: 'Every authority of the catalogue, whether it is paused, and what waits for it' })
  @ApiOkResponse({ type: [OpsAuthority] })
  async list(@PreferredLanguage() language: Language): Promise<readonly OpsAuthority[]> {
    const [paused, backlog] = await Promise.all([this.paused.paused(), this.ops.backlog()]);
    return this.catalogue.authorities().map(({ id, tier, name }) => ({
      id,
      tier,
      name: name[language],
      ...pauseOf(paused.find(({ authority }) => authority === id)),
      services: this.catalogue
        .services()
        .filter(({ authority }) => authority === id)
        .map(service => service.id),
      backlog: backlog
        .filter(({ authority }) => authority === id)
        .map(({ status, count }) => ({ status, count })),
    }));
  }

  @Post(':authority/pause')
  @HttpCode(204)
  @Audited('authority-paused')
  @ApiOperation({ summary: 'Ask an authority nothing until it is resumed; what is asked of it waits' })
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
  @Audited('authority-resumed')
  @ApiOperation({
    summary: 'Ask an authority again',
    description:
      'Everything that waits for it is tried now, oldest first and so many a second, however long it was put off; also when it was not paused.',
  })
  @ApiOkResponse({ type: OpsResumed })
  @Problems('invalid', 'unknown-authority')
  async resume(
    @Param('authority') authority: string,
    @Body() { reason, parked = false }: Resumption,
    @Calling() { person }: Caller,
  ): Promise<OpsResumed> {
    await this.#set(authority, false, reason, person);
    return { rung: await this.dispatches.reopenAll(authority, this.clock.now(), RINGS_A_SECOND, parked) };
  }

  async #set(authority: string, paused: boolean, reason: string, person: string): Promise<void> {
    if (!this.catalogue.authority(authority)) {
      throw new RequestError('unknown-authority', `there is no authority '${authority}' in the catalogue`);
    }
    await this.pauses.set(authority, paused, withoutCpr(reason), `ops:${person}`);
  }
}

function pauseOf(pause: Pause | undefined): Pick<OpsAuthority, 'paused' | 'pause'> {
  if (!pause) return { paused: false };
  const { since, reason, by } = pause;
  return { paused: true, pause: { since: iso(since), reason, by } };
}
