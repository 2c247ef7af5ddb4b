import { type Letters } from '#runtime';
import { type Json } from '#statechart';
import { type Database, timestamptz } from './database.js';
import { sealOfMessage } from './message-record.js';
import { type JourneyKey } from './sealing/journey-key.js';

/** The rows that a commit of a journey would write, of messages that belong to none. */
export async function sendLetters(
  work: Database['kysely'],
  id: string,
  key: JourneyKey,
  { entry, at, messages, dispatches }: Letters,
): Promise<void> {
  const sent = messages.map((message, item) => {
    const [place, columns] = sealOfMessage(entry, item, message);
    return {
      journey_id: id,
      seq: entry,
      item,
      at: timestamptz(at),
      person_id: message.person,
      role: message.role,
      text: message.text,
      content: key.seal(place, message.content as unknown as Json, columns),
      status: 'sent' as const,
    };
  });
  if (sent.length > 0) await work.insertInto('message').values(sent).execute();
  const asked = dispatches.map(({ seq, service, authority, input, ringAt, disclosure }) => ({
    journey_id: id,
    seq,
    service,
    authority,
    status: 'pending' as const,
    attempt: 0,
    created_at: timestamptz(at),
    ring_at: timestamptz(ringAt),
    input: key.seal(`dispatch/${seq}/input`, input, [service, authority]),
    persons: disclosure ? [...disclosure.persons] : null,
    categories: disclosure ? [...disclosure.categories] : null,
    ground: disclosure?.ground ?? null,
    holder: disclosure?.acting?.holder ?? null,
    acted_for: disclosure?.acting?.person ?? null,
    holder_authority: disclosure?.acting?.authority ?? null,
  }));
  if (asked.length > 0) await work.insertInto('dispatch').values(asked).execute();
}
