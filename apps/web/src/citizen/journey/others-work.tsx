import { addPeriod, dateInWords } from '#calendar';
import { ContactLines } from '../help/contact-lines.js';
import { Details } from '../../design/details.js';
import { NamedAuthority } from '../named-authority.js';
import { useVisit } from '../../http/visit.js';
import { type AuthorityWorkDocument, type JourneyDocument } from '../../rest/documents.js';
import { capital } from '../../words/capital.js';
import { dayAndTime, dayInWords } from '../../words/times.js';

/** Who does what by when: authorities, other people, and what goes on by itself. */
export function OthersWork({ journey }: { readonly journey: JourneyDocument }) {
  const { words, language } = useVisit();
  const { authorities, others, timers, sections } = journey;
  // What a section waits for is said there.
  const said = new Set(sections.flatMap(({ next }) => (next ? [words.sentence(next.text)] : [])));
  const awaited = journey.awaited.filter(({ text }) => !said.has(words.journey.awaited(text)));
  // What ends a task of the reader's is said at the task.
  const mine = new Set(journey.tasks.map(({ task }) => task));
  // What ends another's task is said to whoever has it: here stands by when they are asked.
  const theirs = new Set(others.map(({ task }) => task));
  const ahead = timers.filter(({ step, then }) => then !== undefined && !mine.has(step) && !theirs.has(step));
  const isEmpty = authorities.length + others.length + awaited.length === 0;
  return (
    <section data-part="others">
      {!isEmpty && <h2>{words.journey.others}</h2>}
      {!isEmpty && (
        <ul class="work nobullet-list">
          {others.map(({ task, title, names, roleName, lastDay }) => (
            <li key={task}>
              <strong>{names && names.length > 0 ? names.join(', ') : capital(roleName)}</strong>: {title}
              {lastDay !== undefined && ` – ${words.journey.atLatest(dateInWords(lastDay)[language])}`}
            </li>
          ))}
          {authorities.map(work => (
            <AuthorityWork key={`${work.step} ${work.service}`} work={work} />
          ))}
          {awaited.map(({ step, event, text }) => (
            <li key={`${step} ${event}`}>{words.journey.awaited(text)}</li>
          ))}
        </ul>
      )}
      {ahead.length > 0 && (
        <>
          <h2>{words.journey.byItself}</h2>
          <ul>
            {ahead.map(({ step, lastDay, then, text }) => (
              <li key={`${step} ${lastDay}`}>
                {words.journey.fromDay(
                  dateInWords(addPeriod(lastDay, 'P1D'))[language],
                  then!,
                  text !== undefined && said.has(words.sentence(text)) ? undefined : text,
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AuthorityWork({ work }: { readonly work: AuthorityWorkDocument }) {
  const { words, language } = useVisit();
  const { authorityName, text, since, lastDay, delay, asksAgain, contact } = work;
  return (
    <li>
      <NamedAuthority name={authorityName} text={words.sentence(text)} />{' '}
      {words.journey.since(dayInWords(since, language))}{' '}
      {lastDay !== undefined && words.journey.answerBy(dateInWords(lastDay)[language])}
      {delay !== undefined && <p class="delay">{words.sentence(delay)}</p>}
      {asksAgain !== undefined && <p>{words.journey.asksAgain(dayAndTime(asksAgain, language))}</p>}
      {contact && (
        <Details summary={words.help.contactOf(authorityName)}>
          <ContactLines contact={contact} />
        </Details>
      )}
    </li>
  );
}
