import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { bearerOf, type Caller, EndedSessions } from '#identity';
import { SessionStore, WallClock } from '#runtime';
import { AnyRole } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { EdgeError } from '../problem/edge-error.js';
import { Problems } from '../problem/problems.decorator.js';
import { sessionDocument, SessionList } from './session-document.js';

/** Their own sessions, whomever they act for. */
@AnyRole()
@ApiTags('face')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionStore,
    private readonly ended: EndedSessions,
    private readonly clock: WallClock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where you have signed in' })
  @ApiOkResponse({ type: SessionList })
  async list(@Calling() caller: Caller): Promise<SessionList> {
    const sessions = await this.sessions.of(bearerOf(caller), this.clock.now());
    return { items: sessions.map(session => sessionDocument(session, caller)) };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere' })
  @ApiNoContentResponse({ description: 'Every session of yours has ended' })
  async endAll(@Calling() caller: Caller): Promise<void> {
    await this.ended.endAll(bearerOf(caller));
  }

  @Delete(':session')
  @HttpCode(204)
  @ApiOperation({ summary: 'End a session from afar, and with it all that came of the same sign-in' })
  @ApiNoContentResponse({ description: 'It has ended' })
  @Problems('unknown-session')
  async end(@Param('session') session: string, @Calling() caller: Caller): Promise<void> {
    if (!(await this.ended.end(bearerOf(caller), session))) {
      throw new EdgeError('unknown-session', 'You have no open session of this id; see GET /v1/sessions.');
    }
  }
}
