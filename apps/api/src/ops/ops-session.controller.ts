import { Controller, Delete, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { type Caller } from '#identity';
import { Clock, SessionStore } from '#runtime';
import { Ops } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { PUBLIC_URL, opsCookie, sessionLifetime } from './ops-cookie.js';
import { Audited } from '../audit/audited.js';

/** Lets a browser look at the queues: it cannot send a token with every page, and a token has no place in a URL. */
@Ops()
@ApiTags('ops')
@Controller('v1/ops/session')
export class OpsSessionController {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: SessionStore,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | undefined,
  ) {}

  @Post()
  @HttpCode(204)
  @Audited('session-opened')
  @ApiOperation({ summary: 'Open /ops/queues to this browser for a quarter of an hour at most, by a cookie' })
  @ApiNoContentResponse({ description: 'Open /ops/queues now' })
  async open(
    @Calling() { person, expires }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const now = this.clock.now();
    const lifetime = sessionLifetime(expires, now);
    const session = await this.sessions.open({ person, expires: now + lifetime }, now);
    const { name, options } = opsCookie(this.#isSecure(request), lifetime);
    response.cookie(name, session, options);
  }

  @Delete()
  @Audited('sessions-closed')
  @HttpCode(204)
  @ApiOperation({ summary: 'End every session that you have opened, in whatever browser' })
  @ApiNoContentResponse({ description: 'Closed' })
  async close(
    @Calling() { person }: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    // The cookie itself does not come here: its path is that of the queues.
    await this.sessions.closeAll(person);
    const { name, options } = opsCookie(this.#isSecure(request), 0);
    const { maxAge: _maxAge, ...rest } = options;
    response.clearCookie(name, rest);
  }

  #isSecure(request: Request): boolean {
    return request.secure || this.publicUrl?.startsWith('https:') === true;
  }
}
