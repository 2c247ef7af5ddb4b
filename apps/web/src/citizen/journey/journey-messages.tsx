import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { MessageList } from '../messages/message-list.js';

/** The latest that the reader was written in the journey. */
export function JourneyMessages({ journey }: { readonly journey: JourneyDocument }) {
  const { words } = useVisit();
  const { messages, id } = journey;
  return (
    <section data-part="messages">
      {messages.length > 0 && (
        <>
          <h2>{words.messages.title}</h2>
          <MessageList messages={messages} quiet={journey.quiet} here />
          <p>
            <a href={`${PATHS.messages}?forloeb=${id}`}>{words.messages.allOfJourney}</a>
          </p>
        </>
      )}
    </section>
  );
}
