import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorityInbox, AuthorityRights } from '#authorities';
import { DispatchStore, JourneyRuntime, RequestError, roleOf } from '#runtime';
import { type JsonObject } from '#statechart';
import { SignedByAuthority } from '../access/access.js';
import { Signer } from '../access/calling.js';
import { Problems } from '../problem/problems.decorator.js';
import { CallbackBody, CallbackResult } from './callback-body.js';

@SignedByAuthority()
@ApiTags('authority')
@Controller('callbacks')
export class CallbacksController {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly inbox: AuthorityInbox,
    private readonly dispatches: DispatchStore,
    private readonly rights: AuthorityRights,
  ) {}

  @Post(':dispatch')
  @HttpCode(200)
  @ApiOperation({ summary: 'An authority answers, or refuses, what it had accepted' })
  @ApiOkResponse({ type: CallbackResult })
  @Problems('invalid', 'unknown-dispatch', 'unknown-signer', 'bad-signature', 'old-signature')
  async answer(
    @Param('dispatch') dispatch: string,
    @Body() { outcome, answer, refusal }: CallbackBody,
    @Signer() authority: string,
  ): Promise<CallbackResult> {
    const stored = await this.dispatches.find(dispatch);
    // To an authority, what was asked of another was never asked.
    if (!stored || !this.rights.mayAnswer(stored, authority)) {
      throw new RequestError('unknown-dispatch', `${authority} was never asked '${dispatch}'`);
    }
    const said: JsonObject = { outcome, ...(answer && { answer }), ...(refusal && { refusal }) };
    const reply = await this.inbox.reply(stored.service, said);
    // A role's secret speaks for the authority that was asked.
    const by = authority === roleOf(stored.service) ? stored.authority : authority;
    return { result: await this.runtime.settle({ dispatch, outcome: reply, authority: by }) };
  }
}
