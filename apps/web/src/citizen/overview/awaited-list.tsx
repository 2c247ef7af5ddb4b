import { dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { type OverviewDocument } from '../../rest/documents.js';
import { CaseLine } from './case-line.js';
import { OverviewSection } from './overview-section.js';

/** What others are to do or report, and what happens by itself. */
export function AwaitedList({ overview }: { readonly overview: OverviewDocument }) {
  const { words, language } = useVisit();
  const { others, awaited, byItself } = overview;
  return (
    <>
      {others.length + awaited.length > 0 && (
        <OverviewSection heading={words.overview.others}>
          {others.map(({ journey, task, title, names = [], roleName, lastDay }) => (
            <li key={`${journey.id} ${task}`}>
              <strong>{names.length > 0 ? names.join(', ') : roleName}</strong>: {title}
              {lastDay !== undefined && ` – ${words.journey.atLatest(dateInWords(lastDay)[language])}`}
              <CaseLine journey={journey} />
            </li>
          ))}
          {awaited.map(({ journey, step, event, text }) => (
            <li key={`${journey.id} ${step} ${event}`}>
              {words.journey.awaited(text)}
              <CaseLine journey={journey} />
            </li>
          ))}
        </OverviewSection>
      )}
      {byItself.length > 0 && (
        <OverviewSection heading={words.overview.byItself}>
          {byItself.map(({ journey, step, lastDay, then, text, due }) => (
            <li key={`${journey.id} ${step} ${due}`}>
              {words.journey.afterDay(dateInWords(lastDay)[language], then ?? '', text)}
              <CaseLine journey={journey} />
            </li>
          ))}
        </OverviewSection>
      )}
    </>
  );
}
