import { dateInWords } from '#calendar';
import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { PATHS, taskPath } from '../../paths.js';
import { type ExportDocument, type ExportedJourney } from '../../rest/documents.js';
import { CorrectionCopy } from '../corrections/correction-copy.js';
import { dayAndTime, dayInWords } from '../../words/times.js';
import { DisclosureList } from './disclosure-list.js';
import { capital } from '../../words/capital.js';
import { answerTitle } from '../task/answer-words.js';

/** A copy of all that is held on somebody, to be read and printed (GDPR art. 15(3)). */
export function CopyPage({ copy }: { readonly copy: ExportDocument }) {
  const { words, language } = useVisit();
  const { at, shortened, name, registeredDeath, journeys, disclosures, corrections, settings } = copy;
  return (
    <PageLayout
      title={words.copy.title}
      menu={PATHS.myData}
      above={<BackLink href={PATHS.myData}>{words.myData.title}</BackLink>}
    >
      <h1>{words.copy.title}</h1>
      <p class="lead">{words.copy.made(dayAndTime(at, language))}</p>
      <p class="d-print-none">{words.copy.print}</p>
      {shortened && <p>{words.copy.shortened}</p>}
      <h2>{words.copy.journeys}</h2>
      {journeys.length === 0 && <p>{words.copy.none}</p>}
      {journeys.map(exported => (
        <JourneyCopy key={exported.journey.id} exported={exported} />
      ))}
      <OffersCopy copy={copy} />
      <MessagesCopy copy={copy} />
      <h2>{words.copy.disclosures}</h2>
      {disclosures.length === 0 && <p>{words.copy.none}</p>}
      <DisclosureList items={disclosures} />
      <h2>{words.corrections.title}</h2>
      {corrections.length === 0 && <p>{words.copy.none}</p>}
      {corrections.map(correction => (
        <CorrectionCopy key={correction.id} correction={correction} />
      ))}
      <SelfCopy copy={copy} />
      {name !== undefined && (
        <>
          <h2>{words.copy.name}</h2>
          <p>{words.copy.named(name)}</p>
        </>
      )}
      {registeredDeath && (
        <>
          <h2>{words.copy.registeredDeath}</h2>
          <p>
            {words.copy.died(
              dateInWords(registeredDeath.died)[language],
              registeredDeath.reversed && dateInWords(registeredDeath.reversed)[language],
            )}
          </p>
        </>
      )}
      <h2>{words.copy.language}</h2>
      <p>{capital(words.copy.languages[settings.language])}</p>
    </PageLayout>
  );
}

function JourneyCopy({ exported }: { readonly exported: ExportedJourney }) {
  const { words, language } = useVisit();
  const { journey, answers, documents, drafts, feedbackGiven } = exported;
  const { label, title, reference, startedAt, endedAt } = journey;
  return (
    <section>
      <h3>{label ?? title}</h3>
      <Rows
        rows={[
          { label: words.copy.reference, value: reference },
          { label: words.copy.begun, value: capital(dayAndTime(startedAt, language)) },
          ...(endedAt === undefined
            ? []
            : [{ label: words.copy.ended, value: capital(dayAndTime(endedAt, language)) }]),
        ]}
      />
      {answers.length > 0 && <h4>{words.copy.answers}</h4>}
      {answers.map(answer => (
        <div key={answer.receipt}>
          <p>
            <strong>{answerTitle(answer)}</strong>
            <br />
            {capital(dayAndTime(answer.at, language))}
          </p>
          <Rows rows={answer.fields.map(({ label: name, value }) => ({ label: name, value }))} />
        </div>
      ))}
      {drafts.length > 0 && (
        <>
          <h4>{words.copy.drafts}</h4>
          <ul>
            {drafts.map(({ task, title: name, savedAt }) => (
              <li key={task}>
                <a href={taskPath(journey.id, task)}>{name}</a>,{' '}
                {words.copy.saved(dayAndTime(savedAt, language))}
              </li>
            ))}
          </ul>
        </>
      )}
      {feedbackGiven && <p>{words.copy.feedbackGiven}</p>}
      {documents.length > 0 && (
        <>
          <h4>{words.copy.documents}</h4>
          <ul>
            {documents.map(({ id, name, sent }) => (
              <li key={id}>
                {name} ({sent ? words.copy.sent : words.copy.notSent})
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function OffersCopy({ copy: { offers } }: { readonly copy: ExportDocument }) {
  const { words, language } = useVisit();
  if (offers.length === 0) return null;
  return (
    <>
      <h2>{words.copy.offers}</h2>
      <ul>
        {offers.map(({ id, title, lastDay }) => (
          <li key={id}>
            {title}, {words.copy.until(dayInWords(lastDay, language))}
          </li>
        ))}
      </ul>
    </>
  );
}

function MessagesCopy({ copy: { messages } }: { readonly copy: ExportDocument }) {
  const { words, language } = useVisit();
  return (
    <>
      <h2>{words.copy.messages}</h2>
      {messages.length === 0 && <p>{words.copy.none}</p>}
      {messages.map(({ id, subject, body, sentAt, language: written }) => (
        <section key={id} lang={written}>
          <h3>{subject}</h3>
          <p lang={language}>{capital(dayAndTime(sentAt, language))}</p>
          {body.split('\n').map((line, index) => line.trim() !== '' && <p key={index}>{line}</p>)}
        </section>
      ))}
    </>
  );
}

/** What is theirs alone: absent in the copy of somebody for whom one acts. */
function SelfCopy({
  copy: { mandates, sessions, secondChannel, calendarFeedSince },
}: {
  readonly copy: ExportDocument;
}) {
  const { words, language } = useVisit();
  const all = mandates && [...mandates.held, ...mandates.given];
  return (
    <>
      {all && (
        <>
          <h2>{words.copy.mandates}</h2>
          {all.length === 0 && <p>{words.copy.none}</p>}
          <ul>
            {all.map(({ number, basis, text, name }, at) => (
              <li key={`${number} ${basis} ${at}`}>
                {name}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {secondChannel && (
        <>
          <h2>{words.copy.channel}</h2>
          <p>
            {words.copy.ways[secondChannel.way]}: {secondChannel.address}
            {!secondChannel.confirmed && ` (${words.copy.notConfirmed})`}
          </p>
        </>
      )}
      {calendarFeedSince !== undefined && (
        <>
          <h2>{words.copy.calendarFeed}</h2>
          <p>{words.copy.calendarFeedSince(dayAndTime(calendarFeedSince, language))}</p>
        </>
      )}
      {sessions && sessions.length > 0 && (
        <>
          <h2>{words.copy.sessions}</h2>
          <ul>
            {sessions.map(({ id, usedAt }) => (
              <li key={id}>{capital(words.copy.lastUsed(dayAndTime(usedAt, language)))}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
