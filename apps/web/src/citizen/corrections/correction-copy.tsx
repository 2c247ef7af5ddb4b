import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { type CorrectionDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { CorrectionStatus } from './correction-status.js';
import { MultilineText } from './multiline-text.js';

/** A request for correction in the copy of all that is held on somebody. */
export function CorrectionCopy({ correction }: { readonly correction: CorrectionDocument }) {
  const { words, language } = useVisit();
  const { corrections } = words;
  const { concerns, askedAt, wrong, right, answer } = correction;
  return (
    <section>
      <h3>{concerns}</h3>
      <p>
        {corrections.asked(dayInWords(askedAt, language))} <CorrectionStatus correction={correction} />
      </p>
      <Rows
        rows={[
          { label: corrections.wrong, value: <MultilineText text={wrong} /> },
          { label: corrections.right, value: <MultilineText text={right} /> },
          ...(answer === undefined
            ? []
            : [{ label: corrections.answer, value: <MultilineText text={answer} /> }]),
        ]}
      />
    </section>
  );
}
