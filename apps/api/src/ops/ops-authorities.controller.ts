import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CATALOGUE, OPS_STORE, PAUSE_STORE } from '#assembly';
import { AuthorityPauses } from '#queue';
import type { Caller } from '#identity';
import type { ServiceCatalogue } from '#journey';
import { RequestError } from '#runtime';
import type { OpsStore, PauseStore } from '#runtime';
import { Ops } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { requestLanguage } from '../http/request-language.js';
import { Problems } from '../problem/problems.decorator.js';
import { OpsAuthority } from './ops-documents.js';
import { Reason } from './ops-orders.js';

@Ops()
@ApiTags('ops')
@Controller('v1/ops/authorities')
export class OpsAuthoritiesController {
  constructor(
    @Inject(CATALOGUE) private readonly catalogue: ServiceCatalogue,
    @Inject(OPS_STORE) private readonly ops: OpsStore,
    @Inject(PAUSE_STORE) private readonly paused: PauseStore,
    private readonly pauses: AuthorityPauses,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Every authority of the catalogue, whether it is paused, and what waits for it' })
  @ApiOkResponse({ type: [OpsAuthority] })
  async list(@Req() request: Request): Promise<readonly OpsAuthority[]> {
    const language = requestLanguage(request);
    const [paused, backlog] = await Promise.all([this.paused.paused(), this.ops.backlog()]);
    return this.catalogue.authorities().map(({ id, tier, name }) => ({
      id,
      tier,
      name: name[language],
      paused: paused.includes(id),
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
  @HttpCode(204)
  @ApiOperation({ summary: 'Ask an authority again, everything that has waited first' })
  @ApiNoContentResponse({ description: 'Resumed' })
  @Problems('unknown-authority')
  resume(@Param('authority') authority: string, @Calling() { person }: Caller): Promise<void> {
    return this.#set(authority, false, 'resumed', person);
  }

  async #set(authority: string, paused: boolean, reason: string, person: string): Promise<void> {
    if (!this.catalogue.authority(authority)) {
      throw new RequestError('unknown-authority', `there is no authority '${authority}' in the catalogue`);
    }
    await this.pauses.set(authority, paused, reason, `ops:${person}`);
  }
}
