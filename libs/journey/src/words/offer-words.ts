import { dateAt, dateInWords } from '#calendar';
import { type Instant } from '#statechart';
import { type Language } from '../catalogue.js';
import { type WordedMessage } from './journey-words.js';

/**
 * The message that tells of an offer, with its last day.
 *
 * @param until the instant from which on it is too late
 */
export function offerWords(
  { title, body }: { readonly title: string; readonly body: string },
  until: Instant,
  language: Language,
): WordedMessage {
  const lastDay = dateInWords(dateAt(until - 1))[language];
  return { subject: title, body: [body, STANDS_UNTIL[language](lastDay)].filter(Boolean).join('\n\n') };
}

const STANDS_UNTIL: Readonly<Record<Language, (day: string) => string>> = {
  da: day => `Du kan sige ja til og med ${day}.`,
  en: day => `You can say yes up to and including ${day}.`,
};
