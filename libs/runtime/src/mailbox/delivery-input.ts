import { dateAt } from '#calendar';
import { type Language } from '#journey';
import { type Json } from '#statechart';
import { type MessageContent, type OutgoingMessage } from './message.js';

/** Service that delivers messages: to a digital mailbox, or as a letter to who has none. */
export const DELIVERY = 'digitalPost.deliver';

/** Who writes, by the name that stands on the letter. */
const SENDER = 'Overgang';

/**
 * Request to Digital Post, after MeMo, its message format: what it is, whether it must be answered and by which day, and what it says. One
 * who is known to no register gets it as a letter, to the name and address that were given.
 */
export function deliveryInput(
  { person, text, content }: Pick<OutgoingMessage, 'person' | 'text'> & { readonly content: MessageContent },
  language: Language,
): Json {
  const { words, asks, letter } = content;
  return {
    ...(letter ? { letter: { ...letter } } : { recipient: person }),
    sender: SENDER,
    kind: text === 'reminder' ? 'reminder' : 'message',
    language,
    subject: words[language].subject,
    body: words[language].body,
    reply: asks !== undefined,
    // Due is the instant after the last on which it may be done.
    ...(asks?.due !== undefined && { replyBy: dateAt(asks.due - 1) }),
  };
}
