import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { journeyPath, receiptPath, receiptsPath } from '../../paths.js';
import { type AnswerPage, type JourneyDocument } from '../../rest/documents.js';
import { dayAndTime } from '../../words/times.js';

export interface ReceiptsPageProps {
  readonly journey: JourneyDocument;
  readonly page: AnswerPage;
}

/** What somebody has sent in a journey, newest first, each with its receipt. */
export function ReceiptsPage({ journey, page }: ReceiptsPageProps) {
  const { words, language } = useVisit();
  const { items, next } = page;
  return (
    <PageLayout
      title={words.receipt.all}
      above={
        <BackLink href={journeyPath(journey.id)}>
          {words.journey.back(journey.label ?? journey.title)}
        </BackLink>
      }
    >
      <h1>{words.receipt.all}</h1>
      {items.length === 0 && <p>{words.receipt.none}</p>}
      <Rows
        rows={items.map(({ receipt, at, title, label }) => ({
          label: dayAndTime(at, language),
          value: (
            <a href={receiptPath(journey.id, receipt.split('/')[1] ?? '')}>
              {title}: {label}
            </a>
          ),
        }))}
      />
      {next !== undefined && (
        <p>
          <a href={`${receiptsPath(journey.id)}?efter=${encodeURIComponent(next)}`}>{words.earlier}</a>
        </p>
      )}
    </PageLayout>
  );
}
