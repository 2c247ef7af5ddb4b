import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { type FeedbackDocument } from '../../rest/documents.js';
import { LOCALES } from '../../words/locales.js';
import { feedbackWordsIn } from '../feedback/feedback-words.js';

/** What those say of a journey who have been through it. */
export function OthersFeedback({ figures }: { readonly figures: NonNullable<FeedbackDocument['figures']> }) {
  const { language } = useVisit();
  const words = feedbackWordsIn(language);
  const { count, mean, distribution } = figures;
  const shown = mean.toLocaleString(LOCALES[language]);
  return (
    <>
      <h2>{words.others}</h2>
      <p>{words.mean(shown, count)}</p>
      <Rows
        rows={distribution.map(({ score, count: each }) => ({
          label: words.scores[score],
          value: words.answers(each),
        }))}
      />
    </>
  );
}
