import { answerRows } from '../../citizen/task/answer-words.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { type AnswerDocument, type JourneyDocument } from '../../rest/documents.js';
import { dayAndTime } from '../../words/times.js';
import { counterWordsIn } from '../counter-words.js';
import { LetterHelp } from './letter-help.js';
import { LetterLayout } from './letter-layout.js';

export interface ReceiptLetterProps {
  readonly journey: JourneyDocument;
  readonly answer: AnswerDocument;
  readonly at: string;
}

/** A receipt on paper: what was answered, when, and under which number. */
export function ReceiptLetter({ journey, answer, at }: ReceiptLetterProps) {
  const { words, language } = useVisit();
  const { receipt } = counterWordsIn(language);
  return (
    <LetterLayout journey={journey} heading={receipt.title} at={at}>
      <p>{receipt.received(dayAndTime(answer.at, language))}</p>
      <Rows
        rows={[
          ...answerRows(answer, words.receipt),
          { label: words.receipt.number, value: answer.receipt },
          ...answer.fields.map(({ label, value }) => ({ label, value })),
        ]}
      />
      <p>{receipt.keep}</p>
      <LetterHelp />
    </LetterLayout>
  );
}
