import { dateInWords } from '#calendar';
import { ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { askedCorrectionPath, CORRECTIONS_PATH, PATHS } from '../../paths.js';
import { type CorrectionDocument } from '../../rest/documents.js';

/** Receipt: who was asked, and by when they answer. */
export function CorrectionReceiptPage({ correction }: { readonly correction: CorrectionDocument }) {
  const { words, language } = useVisit();
  const { receipt, see } = words.corrections;
  const { id, authorityName, lastDay } = correction;
  return (
    <PageLayout title={receipt.title} menu={PATHS.myData}>
      <h1>{receipt.title}</h1>
      <p class="lead">{receipt.lead(authorityName)}</p>
      <p>{receipt.next(dateInWords(lastDay)[language])}</p>
      <p>
        <a href={askedCorrectionPath(id)}>{see}</a>
      </p>
      <p class="d-print-none">
        <ButtonLink href={CORRECTIONS_PATH}>{receipt.toAll}</ButtonLink>
      </p>
    </PageLayout>
  );
}
