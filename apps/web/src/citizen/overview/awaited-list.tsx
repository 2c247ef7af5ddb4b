import { dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { type OverviewDocument } from '../../rest/documents.js';
import { CaseLink } from './case-link.js';

/** What others are to do or report, and what happens by itself. */
export function AwaitedList({ overview }: { readonly overview: OverviewDocument }) {
  const { words, language } = useVisit();
  const { others, awaited, byItself } = overview;
  return (
    <>
      {others.length + awaited.length > 0 && (
        <section>
          <h2>{words.overview.others}</h2>
          <ul class="work nobullet-list">
            {others.map(({ journey, task, title, names = [], roleName, lastDay }) => (
              <li key={`${journey.id} ${task}`}>
                <strong>{names.length > 0 ? names.join(', ') : roleName}</strong>: {title}
                {lastDay !== undefined && ` – ${words.journey.atLatest(dateInWords(lastDay)[language])}`}
                <p class="message-line">
                  <CaseLink journey={journey} />
                </p>
              </li>
            ))}
            {awaited.map(({ journey, step, event, text }) => (
              <li key={`${journey.id} ${step} ${event}`}>
                {words.journey.awaited(text)}
                <p class="message-line">
                  <CaseLink journey={journey} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {byItself.length > 0 && (
        <section>
          <h2>{words.overview.byItself}</h2>
          <ul class="work nobullet-list">
            {byItself.map(({ journey, step, lastDay, then, text, due }) => (
              <li key={`${journey.id} ${step} ${due}`}>
                {words.journey.afterDay(dateInWords(lastDay)[language], then ?? '', text)}
                <p class="message-line">
                  <CaseLink journey={journey} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
