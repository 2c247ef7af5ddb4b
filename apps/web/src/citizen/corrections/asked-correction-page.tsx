import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { CORRECTIONS_PATH, PATHS, wrongDataPath } from '../../paths.js';
import { type CorrectionDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { ComplaintLines } from './complaint-lines.js';
import { CorrectionStatus } from './correction-status.js';
import { MultilineText } from './multiline-text.js';

/** One request for correction: what was asked of whom, the answer, and the way to complain. */
export function AskedCorrectionPage({ correction }: { readonly correction: CorrectionDocument }) {
  const { words, language } = useVisit();
  const { corrections } = words;
  const { status, answer, told, doneForYou, late } = correction;
  const mayComplain = status === 'refused' || status === 'undelivered' || late;
  return (
    <PageLayout
      title={corrections.one}
      menu={PATHS.myData}
      above={<BackLink href={CORRECTIONS_PATH}>{corrections.title}</BackLink>}
    >
      <h1>{corrections.one}</h1>
      <p class="lead">
        <CorrectionStatus correction={correction} />
      </p>
      {answer !== undefined && (
        <>
          <h2>{status === 'refused' ? corrections.why : corrections.answer}</h2>
          <p>
            <MultilineText text={answer} />
          </p>
        </>
      )}
      {told !== undefined && told.length > 0 && <p>{corrections.told(told)}</p>}
      {mayComplain && (
        <>
          <h2>{corrections.complaint.title}</h2>
          <p>{corrections.complaint.text}</p>
          <ComplaintLines />
        </>
      )}
      <h2>{corrections.what}</h2>
      <p>{corrections.asked(dayInWords(correction.askedAt, language))}</p>
      {doneForYou !== undefined && <p>{words.sentence(doneForYou)}</p>}
      <Rows
        rows={[
          { label: corrections.concerns, value: correction.concerns },
          ...(correction.category ? [{ label: corrections.data, value: correction.category.name }] : []),
          { label: corrections.wrong, value: <MultilineText text={correction.wrong} /> },
          { label: corrections.right, value: <MultilineText text={correction.right} /> },
        ]}
      />
      <p class="d-print-none">
        <a href={wrongDataPath(correction.role)}>{corrections.contact}</a>
      </p>
    </PageLayout>
  );
}
