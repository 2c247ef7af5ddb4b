import { dateInWords } from '#calendar';
import { BackLink } from '../../design/back-link.js';
import { ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { askedCorrectionPath, journeyPath, offerPath, PATHS, taskPath } from '../../paths.js';
import { type MessageDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { OtherLanguage } from './other-language.js';

/** A message as it was sent. */
export function OneMessagePage({ message }: { readonly message: MessageDocument }) {
  const { words, language } = useVisit();
  const {
    subject,
    body,
    sentAt,
    journey,
    correction,
    asks,
    offer,
    way,
    status,
    receivedOn,
    returnedBecause,
  } = message;
  return (
    <PageLayout
      title={subject}
      menu={PATHS.messages}
      above={<BackLink href={PATHS.messages}>{words.messages.title}</BackLink>}
    >
      <article lang={message.language}>
        <h1>{subject}</h1>
        {body.split('\n').map((line, index) => line.trim() !== '' && <p key={index}>{line}</p>)}
      </article>
      <OtherLanguage message={message} />
      {journey && asks?.open && (
        <p>
          <ButtonLink href={taskPath(journey.id, asks.task)}>{asks.title}</ButtonLink>
        </p>
      )}
      {asks?.open && asks.lastDay !== undefined && (
        <p>
          <strong>{words.journey.lastDay(dateInWords(asks.lastDay)[language])}</strong>
        </p>
      )}
      {asks && !asks.open && <p>{words.messages.asksNoMore(asks.title)}</p>}
      {offer !== undefined && (
        <p>
          <ButtonLink href={offerPath(offer)}>{words.offers.see}</ButtonLink>
        </p>
      )}
      <p class="form-hint">
        {words.messages.sent(dayInWords(sentAt, language))} {way !== undefined && words.messages.ways[way]}{' '}
        {receivedOn !== undefined && words.messages.receivedOn(dateInWords(receivedOn)[language])}
        {status === 'returned' && words.messages.returned(returnedBecause)}
      </p>
      {offer === undefined && (
        <p>
          {journey ? (
            <a href={journeyPath(journey.id)}>{words.journey.back(journey.label ?? journey.title)}</a>
          ) : (
            <WayOn correction={correction} />
          )}
        </p>
      )}
    </PageLayout>
  );
}

/** Where one goes on from a message that is of no journey. */
function WayOn({ correction }: Pick<MessageDocument, 'correction'>) {
  const { words } = useVisit();
  return correction === undefined ? (
    <a href={PATHS.mandates}>{words.mandates.see}</a>
  ) : (
    <a href={askedCorrectionPath(correction)}>{words.corrections.see}</a>
  );
}
