import { BackLink } from '../../design/back-link.js';
import { EarlierLink } from '../../design/earlier-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { askedCorrectionPath, CORRECTIONS_PATH, PATHS } from '../../paths.js';
import { type CorrectionPage } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { CorrectionStatus } from './correction-status.js';

/** What somebody has asked to have corrected, and how far each has come. */
export function CorrectionsPage({ page: { items, next } }: { readonly page: CorrectionPage }) {
  const { words, language } = useVisit();
  const { corrections } = words;
  return (
    <PageLayout
      title={corrections.title}
      menu={PATHS.myData}
      above={<BackLink href={PATHS.myData}>{words.myData.title}</BackLink>}
    >
      <h1>{corrections.title}</h1>
      <p class="lead">{items.length === 0 ? corrections.empty : corrections.lead}</p>
      {items.map(correction => (
        <section key={correction.id}>
          <h2>{correction.concerns}</h2>
          <p>{corrections.asked(dayInWords(correction.askedAt, language))}</p>
          <p>
            <CorrectionStatus correction={correction} />
          </p>
          <p class="d-print-none">
            <a href={askedCorrectionPath(correction.id)}>
              {corrections.see}
              <span class="sr-only"> {correction.concerns}</span>
            </a>
          </p>
        </section>
      ))}
      <EarlierLink path={CORRECTIONS_PATH} next={next} />
    </PageLayout>
  );
}
