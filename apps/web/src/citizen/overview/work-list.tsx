import { dateInWords } from '#calendar';
import { Badge } from '../../design/badge.js';
import { useVisit } from '../../http/visit.js';
import { type OverviewWorkDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { CaseLine } from './case-line.js';
import { OverviewSection } from './overview-section.js';

/** What authorities owe the reader, and which of them are late. */
export function WorkList({ works }: { readonly works: readonly OverviewWorkDocument[] }) {
  const { words, language } = useVisit();
  if (works.length === 0) return null;
  return (
    <OverviewSection heading={words.overview.authorities}>
      {works.map(({ journey, step, service, authorityName, text, since, lastDay, delay, late }) => (
        <li key={`${journey.id} ${step} ${service}`}>
          <strong>{authorityName}</strong>: {words.sentence(text)}{' '}
          {words.journey.since(dayInWords(since, language))}{' '}
          {lastDay !== undefined && words.journey.answerBy(dateInWords(lastDay)[language])}{' '}
          {late && <Badge tone="warning" text={words.overview.late} />}
          {delay !== undefined && <p class="delay">{words.sentence(delay)}</p>}
          <CaseLine journey={journey} />
        </li>
      ))}
    </OverviewSection>
  );
}
