import { Details } from '../../design/details.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { MessageList } from '../messages/message-list.js';

/** The latest that the reader was written in the journey; after a loss for whoever asks, for it is also from before. */
export function JourneyMessages({ journey }: { readonly journey: JourneyDocument }) {
  const { words } = useVisit();
  const { messages, id, quiet } = journey;
  const list = (
    <>
      <MessageList messages={messages} here />
      <p>
        <a href={`${PATHS.messages}?forloeb=${id}`}>{words.messages.allOfJourney}</a>
      </p>
    </>
  );
  return (
    <section data-part="messages">
      {messages.length > 0 && quiet && <Details summary={words.messages.title}>{list}</Details>}
      {messages.length > 0 && !quiet && (
        <>
          <h2>{words.messages.title}</h2>
          {list}
        </>
      )}
    </section>
  );
}
