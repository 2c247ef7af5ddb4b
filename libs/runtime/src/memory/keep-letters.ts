import { dispatchId } from '../dispatch-id.js';
import { messageNumber } from '../mailbox/message-number.js';
import { type Letters } from '../ports.js';
import { type MemoryTables } from './memory-tables.js';

/** The rows that a commit of a journey would write, of messages that belong to none. */
export function keepLetters(
  { messages: sent, dispatches: asked }: MemoryTables,
  journey: string,
  { entry, at, messages, dispatches }: Letters,
): void {
  for (const [item, { quiet: _, ...message }] of structuredClone(messages).entries()) {
    const number = messageNumber(entry, item);
    sent.set(dispatchId(journey, -number), { ...message, journey, number, at, status: 'sent' });
  }
  for (const dispatch of structuredClone(dispatches)) {
    const id = dispatchId(journey, dispatch.seq);
    asked.set(id, { ...dispatch, id, journey, status: 'pending', attempt: 0, createdAt: at });
  }
}
