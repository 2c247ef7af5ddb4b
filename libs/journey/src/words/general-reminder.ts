import { type Language } from '../catalogue.js';
import { type WordedMessage } from './journey-words.js';

/** What every reminder says when its task has no words of its own: what, until when, and what happens if nothing is done. */
export function generalReminder(
  language: Language,
  { title, lastDay, ifNothing }: { title: string; lastDay: string; ifNothing?: string },
): WordedMessage {
  const { subject, waiting, last } = WORDS[language];
  const sentences = [waiting(title), last(lastDay), ...(ifNothing ? [asSentence(ifNothing)] : [])];
  return { subject: subject(title), body: sentences.join(' ') };
}

const WORDS = {
  da: {
    subject: (title: string) => `Husk: ${title}`,
    waiting: (title: string) => `”${title}” venter på dig.`,
    last: (day: string) => `Sidste dag er ${day}.`,
  },
  en: {
    subject: (title: string) => `Remember: ${title}`,
    waiting: (title: string) => `“${title}” is waiting for you.`,
    last: (day: string) => `The last day is ${day}.`,
  },
} as const;

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
