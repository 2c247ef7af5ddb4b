import { dateInWords } from '#calendar';
import { Badge } from '../../design/badge.js';
import { useVisit } from '../../http/visit.js';
import { askedCorrectionPath, CORRECTIONS_PATH } from '../../paths.js';
import { type OverviewDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { CorrectionStatus } from '../corrections/correction-status.js';
import { NamedAuthority } from '../named-authority.js';
import { OverviewSection } from './overview-section.js';

export type WorkListProps = Pick<OverviewDocument, 'authorities' | 'corrections'>;

/** What authorities owe the reader, and which of them are late. */
export function WorkList({ authorities, corrections }: WorkListProps) {
  const { words, language } = useVisit();
  const items = authorities.map(
    ({ journey, step, service, authorityName, text, since, lastDay, delay, late }) => ({
      key: `${step} ${service}`,
      journey,
      content: (
        <>
          <NamedAuthority name={authorityName} text={words.sentence(text)} />{' '}
          {words.journey.since(dayInWords(since, language))}{' '}
          {lastDay !== undefined && words.journey.answerBy(dateInWords(lastDay)[language])}{' '}
          {late && <Badge tone="warning" text={words.overview.late} />}
          {delay !== undefined && <p class="delay">{words.sentence(delay)}</p>}
        </>
      ),
    }),
  );
  return (
    <OverviewSection heading={words.overview.authorities} items={items}>
      {corrections.length > 0 && (
        <>
          <h3 class="case-name">
            <a href={CORRECTIONS_PATH}>{words.corrections.title}</a>
          </h3>
          <ul class="work nobullet-list">
            {corrections.map(correction => (
              <li key={correction.id}>
                <a href={askedCorrectionPath(correction.id)}>{correction.concerns}</a>
                <p class="message-line">
                  <CorrectionStatus correction={correction} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </OverviewSection>
  );
}
