import { dateInWords } from '#calendar';
import { Badge } from '../../design/badge.js';
import { useVisit } from '../../http/visit.js';
import { type OverviewWorkDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { OverviewSection } from './overview-section.js';

/** What authorities owe the reader, and which of them are late. */
export function WorkList({ works }: { readonly works: readonly OverviewWorkDocument[] }) {
  const { words, language } = useVisit();
  const items = works.map(({ journey, step, service, authorityName, text, since, lastDay, delay, late }) => ({
    key: `${step} ${service}`,
    journey,
    content: (
      <>
        <strong>{authorityName}</strong>: {words.sentence(text)}{' '}
        {words.journey.since(dayInWords(since, language))}{' '}
        {lastDay !== undefined && words.journey.answerBy(dateInWords(lastDay)[language])}{' '}
        {late && <Badge tone="warning" text={words.overview.late} />}
        {delay !== undefined && <p class="delay">{words.sentence(delay)}</p>}
      </>
    ),
  }));
  return <OverviewSection heading={words.overview.authorities} items={items} />;
}
