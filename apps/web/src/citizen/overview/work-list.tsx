import { dateInWords } from '#calendar';
import { Badge } from '../../design/badge.js';
import { useVisit } from '../../http/visit.js';
import { askedCorrectionPath } from '../../paths.js';
import { type OverviewDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { CorrectionStatus } from '../corrections/correction-status.js';
import { CaseLine } from './case-line.js';
import { OverviewSection } from './overview-section.js';

export type WorkListProps = Pick<OverviewDocument, 'authorities' | 'corrections'>;

/** What authorities owe the reader, and which of them are late. */
export function WorkList({ authorities, corrections }: WorkListProps) {
  const { words, language } = useVisit();
  if (authorities.length + corrections.length === 0) return null;
  return (
    <OverviewSection heading={words.overview.authorities}>
      {authorities.map(({ journey, step, service, authorityName, text, since, lastDay, delay, late }) => (
        <li key={`${journey.id} ${step} ${service}`}>
          <strong>{authorityName}</strong>: {words.sentence(text)}{' '}
          {words.journey.since(dayInWords(since, language))}{' '}
          {lastDay !== undefined && words.journey.answerBy(dateInWords(lastDay)[language])}{' '}
          {late && <Badge tone="warning" text={words.overview.late} />}
          {delay !== undefined && <p class="delay">{words.sentence(delay)}</p>}
          <CaseLine journey={journey} />
        </li>
      ))}
      {corrections.map(correction => (
        <li key={correction.id}>
          <strong>{words.corrections.one}</strong>: <CorrectionStatus correction={correction} />
          <p>
            <a href={askedCorrectionPath(correction.id)}>{correction.concerns}</a>
          </p>
        </li>
      ))}
    </OverviewSection>
  );
}
