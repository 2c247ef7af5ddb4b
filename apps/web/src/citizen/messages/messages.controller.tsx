import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { type MessageDocument } from '../../rest/documents.js';
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
    const { items, ...page } = await this.citizen.messages(visit, list);
    const quiet = await this.#quietAmong(items, visit);
    // After a loss no message is pressed upon anybody, least of all one from before.
    const read = items.map(item => (quiet.has(item.journey?.id ?? '') ? { ...item, unread: false } : item));
    return <MessagesPage page={{ ...page, items: read }} journey={forloeb} />;
  }

  /** Whoever opens a message has read it. */
  @Get(':message')
  async one(@Param('message') id: string, @Visiting() visit: Visit) {
    const message = await this.citizen.message(visit, id);
    if (message.unread) await this.citizen.readMessage(visit, id);
    return <OneMessagePage message={message} />;
  }

  /** Ids of the journeys of unread messages that are after a loss. */
  async #quietAmong(messages: readonly MessageDocument[], visit: Visit): Promise<ReadonlySet<string>> {
    const unread = new Set(messages.flatMap(one => (one.unread && one.journey ? one.journey.id : [])));
    const quiet = new Set<string>();
    let after: string | undefined;
    // Journeys come newest first, and hardly anybody has more than a page of them.
    while (unread.size > 0) {
      const { items, next } = await this.citizen.journeys(visit, { after, limit: 100 });
      for (const { id, quiet: isQuiet } of items) if (unread.delete(id) && isQuiet) quiet.add(id);
      if (next === undefined) break;
      after = next;
    }
    return quiet;
  }
}
