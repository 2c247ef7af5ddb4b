import { Controller, Delete, Headers, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CLOCK } from '#assembly';
import { bearerToken } from '#identity';
import type { Caller } from '#identity';
import type { Clock } from '#runtime';
import { Ops } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Audited } from '../audit/audited.js';
import { OPS_COOKIE, PUBLIC_URL, opsCookie } from './ops-cookie.js';

/** Lets a browser look at the queues: it cannot send a token with every page, and a token has no place in a URL. */
@Ops()
@ApiTags('ops')
@Controller('v1/ops/session')
export class OpsSessionController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | undefined,
  ) {}

  @Post()
  @HttpCode(204)
  @Audited('session-opened')
  @ApiOperation({ summary: 'Open /ops/queues to this browser for a quarter of an hour at most, by a cookie' })
  @ApiNoContentResponse({ description: 'Open /ops/queues now' })
  open(
    @Headers('authorization') authorization: string | undefined,
    @Calling() { expires }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): void {
    const secure = request.secure || this.publicUrl?.startsWith('https:') === true;
    const { name, value, options } = opsCookie(bearerToken(authorization), expires, this.clock.now(), secure);
    response.cookie(name, value, options);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Close /ops/queues to this browser' })
  @ApiNoContentResponse({ description: 'Closed' })
  close(@Res({ passthrough: true }) response: Response): void {
    response.clearCookie(OPS_COOKIE, { path: '/ops/queues' });
  }
}
