import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { OneMessagePage } from './message-page.js';
import { MessagesPage } from './messages-page.js';

/** What has been written to whoever visits. */
@Controller('beskeder')
export class MessagesPageController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  async list(
    @Query() { forloeb, efter }: { readonly forloeb?: string; readonly efter?: string },
    @Visiting() visit: Visit,
  ) {
    const list = { after: efter, ...(forloeb !== undefined && { journey: forloeb }) };
    return <MessagesPage page={await this.citizen.messages(visit, list)} journey={forloeb} />;
  }

  /** Whoever opens a message has read it. */
  @Get(':message')
  async one(@Param('message') id: string, @Visiting() visit: Visit) {
    const message = await this.citizen.message(visit, id);
    if (message.unread) await this.citizen.readMessage(visit, id);
    return <OneMessagePage message={message} />;
  }
}
