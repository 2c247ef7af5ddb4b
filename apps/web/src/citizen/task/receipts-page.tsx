import { EarlierLink } from '../../design/earlier-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { receiptPath, receiptsPath } from '../../paths.js';
import { type AnswerPage, type JourneyDocument } from '../../rest/documents.js';
import { dayAndTime } from '../../words/times.js';
import { BackToJourney } from '../journey/back-to-journey.js';
import { answerTitle } from './answer-words.js';

export interface ReceiptsPageProps {
  readonly journey: JourneyDocument;
  readonly page: AnswerPage;
}

/** What somebody has sent in a journey, newest first, each with its receipt. */
export function ReceiptsPage({ journey, page }: ReceiptsPageProps) {
  const { words, language } = useVisit();
  const { items, next } = page;
  return (
    <PageLayout title={words.receipt.all} above={<BackToJourney journey={journey} />}>
      <h1>{words.receipt.all}</h1>
      {items.length === 0 && <p>{words.receipt.none}</p>}
      <Rows
        rows={items.map(answer => ({
          label: dayAndTime(answer.at, language),
          value: (
            <a href={receiptPath(journey.id, answer.receipt.split('/')[1] ?? '')}>{answerTitle(answer)}</a>
          ),
        }))}
      />
      <EarlierLink path={receiptsPath(journey.id)} next={next} />
    </PageLayout>
  );
}
