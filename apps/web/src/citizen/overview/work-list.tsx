import { dateInWords } from '#calendar';
import { Badge } from '../../design/badge.js';
import { useVisit } from '../../http/visit.js';
import { type OverviewWorkDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { CaseLink } from './case-link.js';

/** What authorities owe the reader, and which of them are late. */
export function WorkList({ works }: { readonly works: readonly OverviewWorkDocument[] }) {
  const { words, language } = useVisit();
  if (works.length === 0) return null;
  return (
    <section>
      <h2>{words.overview.authorities}</h2>
      <ul class="work nobullet-list">
        {works.map(({ journey, step, service, authorityName, text, since, lastDay, delay, late }) => (
          <li key={`${journey.id} ${step} ${service}`}>
            <strong>{authorityName}</strong>: {words.sentence(text)}{' '}
            {words.journey.since(dayInWords(since, language))}{' '}
            {lastDay !== undefined && words.journey.answerBy(dateInWords(lastDay)[language])}{' '}
            {late && <Badge tone="warning" text={words.overview.late} />}
            {delay !== undefined && <p class="delay">{words.sentence(delay)}</p>}
            <p class="message-line">
              <CaseLink journey={journey} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
