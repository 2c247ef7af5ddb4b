import { dateInWords } from '#calendar';
import { CitizenForm } from '../../forms/citizen-form.js';
import { NamedAuthority } from '../../citizen/named-authority.js';
import { sectionsThatStand, sectionStanding } from '../../citizen/journey/section-standing.js';
import { useVisit } from '../../http/visit.js';
import { type JourneyDocument, type SectionDocument, type TaskDocument } from '../../rest/documents.js';
import { counterWordsIn } from '../counter-words.js';
import { LetterHelp } from './letter-help.js';
import { LetterLayout } from './letter-layout.js';

export interface JourneyLetterProps {
  readonly journey: JourneyDocument;
  readonly at: string;
}

/** Where a case stands, on paper: what to do now and by when, what to bring, and what others do. */
export function JourneyLetter({ journey, at }: JourneyLetterProps) {
  const { words, language } = useVisit();
  const { letter } = counterWordsIn(language);
  const { title, label, tasks, outcome } = journey;
  const must = tasks.filter(({ kind }) => kind === 'must');
  const may = tasks.filter(({ kind, appeals }) => kind === 'may' && !appeals);
  const disputes = tasks.filter(({ appeals }) => appeals);
  const toldOf = sectionsThatStand(journey).filter(
    ({ status }) => status !== 'later' && status !== 'notNeeded',
  );
  return (
    <LetterLayout journey={journey} heading={label ?? title} at={at}>
      {outcome && <p>{words.sentence(outcome.text)}</p>}
      <h2>{letter.now}</h2>
      {must.length === 0 ? <p>{letter.nothing}</p> : <Tasks tasks={must} />}
      {may.length > 0 && (
        <>
          <h2>{letter.may}</h2>
          <Tasks tasks={may} />
        </>
      )}
      {disputes.length > 0 && (
        <>
          <h2>{words.journey.disagree}</h2>
          <Tasks tasks={disputes} />
        </>
      )}
      {must.length + may.length > 0 && <Bring tasks={[...must, ...may]} />}
      {toldOf.length > 0 && (
        <>
          <h2>{letter.sections}</h2>
          <ul>
            {toldOf.map(section => (
              <Section key={section.section} section={section} journey={journey} />
            ))}
          </ul>
        </>
      )}
      <Others journey={journey} />
      <LetterHelp />
    </LetterLayout>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly TaskDocument[] }) {
  const { words, language } = useVisit();
  const { letter } = counterWordsIn(language);
  return (
    <>
      {tasks.map(({ task, title, help, lastDay, ifNothing }) => (
        <section key={task} class="letter-part">
          <h3>{title}</h3>
          {lastDay !== undefined && (
            <p>
              <strong>{letter.lastDay(dateInWords(lastDay)[language])}</strong>
            </p>
          )}
          {help !== undefined && <p>{help}</p>}
          {ifNothing !== undefined && <p>{words.sentence(ifNothing)}</p>}
        </section>
      ))}
    </>
  );
}

/** What somebody needs who comes back with it: an ID, this letter, and the documents that forms ask for. */
function Bring({ tasks }: { readonly tasks: readonly TaskDocument[] }) {
  const { language } = useVisit();
  const { letter } = counterWordsIn(language);
  const documents = tasks
    .flatMap(task => new CitizenForm(task).fields)
    .filter(({ kind }) => kind === 'document' || kind === 'documents')
    .map(({ label }) => label);
  const all = [letter.bringId, letter.bringLetter, letter.bringForms, ...new Set(documents)];
  return (
    <section class="letter-part">
      <h2>{letter.bring}</h2>
      <ul>
        {all.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function Section({
  section,
  journey,
}: {
  readonly section: SectionDocument;
  readonly journey: JourneyDocument;
}) {
  const visit = useVisit();
  const { words } = visit;
  const { title, outcomes } = section;
  const standing = sectionStanding(section, journey, visit);
  return (
    <li>
      <strong>{title}</strong>:{' '}
      {[standing, ...outcomes.map(({ text }) => text)].map(words.sentence).join(' ')}
    </li>
  );
}

function Others({ journey: { authorities, others } }: { readonly journey: JourneyDocument }) {
  const { words, language } = useVisit();
  const { letter } = counterWordsIn(language);
  if (authorities.length + others.length === 0) return null;
  const by = (lastDay: string | undefined) =>
    lastDay === undefined ? '' : ` ${letter.lastDay(dateInWords(lastDay)[language])}`;
  return (
    <section class="letter-part">
      <h2>{letter.others}</h2>
      <ul>
        {others.map(({ task, title, names = [], roleName, lastDay }) => (
          <li key={task}>
            <strong>{names.join(', ') || roleName}</strong>: {words.sentence(title)}
            {by(lastDay)}
          </li>
        ))}
        {authorities.map(({ step, service, authorityName, text, lastDay }) => (
          <li key={`${step} ${service}`}>
            <NamedAuthority name={authorityName} text={words.sentence(text)} />
            {by(lastDay)}
          </li>
        ))}
      </ul>
    </section>
  );
}
