import { dateInWords } from '#calendar';
import { Badge } from '../../design/badge.js';
import { useVisit } from '../../http/visit.js';
import { messagePath } from '../../paths.js';
import { type MessageDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';

export interface MessageListProps {
  readonly messages: readonly MessageDocument[];
  /** Nobody is to be disturbed with any of them; with those of a journey after a loss nobody is in any case. */
  readonly quiet?: boolean;
  /** They stand on the page of their journey, which has its name already. */
  readonly here?: boolean;
}

/** Messages by their subjects, in the order that is given. */
export function MessageList({ messages, quiet = false, here = false }: MessageListProps) {
  const { words, language } = useVisit();
  return (
    <ul class="messages nobullet-list">
      {messages.map(({ id, subject, sentAt, unread, journey, correction, asks, language: written }) => (
        <li key={id}>
          <a href={messagePath(id)} lang={written}>
            {subject}
          </a>{' '}
          {unread && !quiet && !journey?.quiet && <Badge tone="info" text={words.messages.unread} />}
          <p class="message-line">
            {dayInWords(sentAt, language)}
            {!here &&
              ` · ${
                journey
                  ? (journey.label ?? journey.title)
                  : correction === undefined
                    ? words.mandates.title
                    : words.menu.myData
              }`}
            {asks?.open &&
              asks.lastDay !== undefined &&
              ` · ${words.journey.atLatest(dateInWords(asks.lastDay)[language])}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
