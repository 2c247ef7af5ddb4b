import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorityInbox } from '#authorities';
import { JourneyRuntime, Mandates } from '#runtime';
import { type Json } from '#statechart';
import { SignedByAuthority } from '../access/access.js';
import { Signer } from '../access/calling.js';
import { Problems } from '../problem/problems.decorator.js';
import { CloudEvent } from './cloud-event.js';

@SignedByAuthority()
@ApiTags('authority')
@Controller('events')
export class EventsController {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly inbox: AuthorityInbox,
    private readonly mandates: Mandates,
  ) {}

  /** Whose journeys have heard of it is not the authority's business, so nothing is said of that. */
  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'An authority reports something by itself: a birth, a death, a move was registered',
  })
  @ApiBody({ type: CloudEvent })
  @ApiAcceptedResponse({ description: 'Every journey that listens for it has received it, once' })
  @Problems('invalid', 'unknown-event', 'unknown-signer', 'bad-signature', 'old-signature')
  async report(@Body() event: unknown, @Signer() authority: string): Promise<void> {
    const report = await this.inbox.report(authority, (event ?? null) as Json);
    if (!report) return;
    await this.mandates.hear(report);
    await this.runtime.report(report);
  }
}
