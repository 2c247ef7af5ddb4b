import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type ExportDocument, type ExportedJourney } from '../../rest/documents.js';
import { dayAndTime } from '../../words/times.js';
import { CorrectionCopy } from '../corrections/correction-copy.js';
import { DisclosureLine } from './disclosure-line.js';

/** A copy of all that is held on somebody, to be read and printed (GDPR art. 15(3)). */
export function CopyPage({ copy }: { readonly copy: ExportDocument }) {
  const { words, language } = useVisit();
  const { at, shortened, journeys, disclosures, corrections, settings } = copy;
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
      <MessagesCopy copy={copy} />
      <h2>{words.copy.disclosures}</h2>
      {disclosures.length === 0 && <p>{words.copy.none}</p>}
      <ol class="timeline nobullet-list">
        {disclosures.map((item, index) => (
          <DisclosureLine key={`${item.at} ${index}`} item={item} />
        ))}
      </ol>
      <h2>{words.corrections.title}</h2>
      {corrections.length === 0 && <p>{words.copy.none}</p>}
      {corrections.map(correction => (
        <CorrectionCopy key={correction.id} correction={correction} />
      ))}
      <SelfCopy copy={copy} />
      <h2>{words.copy.language}</h2>
      <p>{words.copy.languages[settings.language]}</p>
    </PageLayout>
  );
}

function JourneyCopy({ exported: { journey, answers, documents } }: { readonly exported: ExportedJourney }) {
  const { words, language } = useVisit();
  const { label, title, reference, startedAt, endedAt } = journey;
  return (
    <section>
      <h3>{label ?? title}</h3>
      <Rows
        rows={[
          { label: words.copy.reference, value: reference },
          { label: words.copy.begun, value: dayAndTime(startedAt, language) },
          ...(endedAt === undefined
            ? []
            : [{ label: words.copy.ended, value: dayAndTime(endedAt, language) }]),
        ]}
      />
      {answers.length > 0 && <h4>{words.copy.answers}</h4>}
      {answers.map(answer => (
        <div key={answer.receipt}>
          <p>
            <strong>
              {answer.title}: {answer.label}
            </strong>
            <br />
            {dayAndTime(answer.at, language)}
          </p>
          <Rows rows={answer.fields.map(({ label: name, value }) => ({ label: name, value }))} />
        </div>
      ))}
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

function MessagesCopy({ copy: { messages } }: { readonly copy: ExportDocument }) {
  const { words, language } = useVisit();
  return (
    <>
      <h2>{words.copy.messages}</h2>
      {messages.length === 0 && <p>{words.copy.none}</p>}
      {messages.map(({ id, subject, body, sentAt, language: written }) => (
        <section key={id} lang={written}>
          <h3>{subject}</h3>
          <p lang={language}>{dayAndTime(sentAt, language)}</p>
          {body.split('\n').map((line, index) => line.trim() !== '' && <p key={index}>{line}</p>)}
        </section>
      ))}
    </>
  );
}

/** What is theirs alone: absent in the copy of somebody for whom one acts. */
function SelfCopy({ copy: { mandates, sessions } }: { readonly copy: ExportDocument }) {
  const { words, language } = useVisit();
  const all = mandates && [...mandates.held, ...mandates.given];
  return (
    <>
      {all && (
        <>
          <h2>{words.copy.mandates}</h2>
          {all.length === 0 && <p>{words.copy.none}</p>}
          <ul>
            {all.map(({ person, basis, text, name }) => (
              <li key={`${person} ${basis}`}>
                {name}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {sessions && sessions.length > 0 && (
        <>
          <h2>{words.copy.sessions}</h2>
          <ul>
            {sessions.map(({ id, face, usedAt }) => (
              <li key={id}>
                {face}, {words.copy.lastUsed(dayAndTime(usedAt, language))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
