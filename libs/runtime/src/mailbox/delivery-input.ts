import { dateAt } from '#calendar';
import { type Language } from '#journey';
import { type Json } from '#statechart';
import { type MessageContent, type MessageRecord, subjectOf } from './message.js';

/** Service that delivers messages: to a digital mailbox, or as a letter to who has none. */
export const DELIVERY = 'digitalPost.deliver';

/** Who writes, by the name that stands on the letter. */
const SENDER = 'Overgang';

/** As its contract has it. */
const LONGEST_SUBJECT = 255;

/** What stands on the way to the case. */
const CASE: Readonly<Record<Language, string>> = { da: 'Se din sag', en: 'See your case' };

/**
 * Request to Digital Post, after MeMo, its message format: what it is, whether it must be answered and by which day, and what it says. One
 * who is known to no register gets it as a letter, to the name and address that were given.
 */
export function deliveryInput(
  {
    person,
    text,
    content,
    labelled = false,
  }: Pick<MessageRecord, 'person' | 'text' | 'labelled'> & { readonly content: MessageContent },
  language: Language,
): Json {
  const { words, asks, letter, link } = content;
  return {
    ...(letter ? { letter: { ...letter } } : { recipient: person }),
    sender: SENDER,
    kind: text === 'reminder' ? 'reminder' : 'message',
    language,
    subject: subjectOf(content, labelled, language).slice(0, LONGEST_SUBJECT),
    body: words[language].body,
    reply: asks !== undefined,
    // Due is the instant after the last on which it may be done.
    ...(asks?.due !== undefined && { replyBy: dateAt(asks.due - 1) }),
    ...(link !== undefined && { actions: [{ label: CASE[language], link }] }),
  };
}
