import { Controller, Delete, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request } from 'express';
import { type Caller } from '#identity';
import { WallClock, OpsSessionStore } from '#runtime';
import { Ops } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { type OpsCookie, PUBLIC_URL, opsCookie, sessionLifetime } from './ops-cookie.js';
import { Reply } from '../http/representation/reply.js';
import { Audited } from '../audit/audited.js';

/** Lets a browser look at the queues: it cannot send a token with every page, and a token has no place in a URL. */
@Ops()
@ApiTags('ops')
@Controller('ops/session')
export class OpsSessionController {
  constructor(
    private readonly clock: WallClock,
    private readonly sessions: OpsSessionStore,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | undefined,
  ) {}

  @Post()
  @HttpCode(204)
  @Audited('session-opened')
  @ApiOperation({ summary: 'Open /ops/queues to this browser for a quarter of an hour at most, by a cookie' })
  @ApiNoContentResponse({ description: 'Open /ops/queues now' })
  async open(@Calling() { person, expires }: Caller, @Req() { secure }: Request): Promise<Reply<void>> {
    const now = this.clock.now();
    const lifetime = sessionLifetime(expires, now);
    const session = await this.sessions.open({ person, expires: now + lifetime }, now);
    return new Reply(undefined, { cookie: { ...this.#cookie(secure, lifetime), value: session } });
  }

  @Delete()
  @Audited('sessions-closed')
  @HttpCode(204)
  @ApiOperation({ summary: 'End every session that you have opened, in whatever browser' })
  @ApiNoContentResponse({ description: 'Closed' })
  async close(@Calling() { person }: Caller, @Req() { secure }: Request): Promise<Reply<void>> {
    // The cookie itself does not come here: its path is that of the queues.
    await this.sessions.closeAll(person);
    return new Reply(undefined, { cookie: this.#cookie(secure, 0) });
  }

  #cookie(secure: boolean, lifetime: number): OpsCookie {
    return opsCookie(secure || this.publicUrl?.startsWith('https:') === true, lifetime);
  }
}
