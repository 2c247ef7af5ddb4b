import { ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { journeyPath } from '../../paths.js';
import { type AnswerDocument, type JourneyDocument } from '../../rest/documents.js';
import { dayAndTime } from '../../words/times.js';
import { NextLine } from '../journey/next-line.js';
import { answerRows } from './answer-words.js';

/** Receipt: what comes next, then what was sent, when and under which number. Made to be printed. */
export function ReceiptPage({
  journey,
  answer,
}: {
  readonly journey: JourneyDocument;
  readonly answer: AnswerDocument;
}) {
  const { words, language } = useVisit();
  const title = journey.quiet ? words.receipt.titleQuiet : words.receipt.title;
  return (
    <PageLayout title={title}>
      <h1>{title}</h1>
      <p class="lead">{words.receipt.received(dayAndTime(answer.at, language))}</p>
      <h2>{words.receipt.next}</h2>
      <NextLine journey={journey} />
      <p class="d-print-none">
        <ButtonLink href={journeyPath(journey.id)}>{words.receipt.toJourney}</ButtonLink>
      </p>
      <h2>{words.receipt.sent}</h2>
      <Rows
        rows={[
          ...answerRows(answer, words.receipt),
          { label: words.receipt.caseNumber, value: journey.reference },
          { label: words.receipt.number, value: answer.receipt },
          ...answer.fields.map(({ label, value }) => ({ label, value })),
        ]}
      />
      <p class="d-print-none">{words.receipt.print}</p>
    </PageLayout>
  );
}
