import { ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { useWords } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type MandateDocument } from '../../rest/documents.js';
import { MandateLines } from './mandate-lines.js';

/** Receipt: what was given to whom. */
export function MandateReceiptPage({ mandate }: { readonly mandate: MandateDocument }) {
  const { mandates } = useWords();
  const { name, number } = mandate;
  return (
    <PageLayout title={mandates.receipt.title} menu={PATHS.mandates}>
      <h1>{mandates.receipt.title}</h1>
      <p class="lead">{mandates.receipt.lead(name)}</p>
      <p class="form-hint">{mandates.number(number)}</p>
      <MandateLines mandate={mandate} />
      <p>{mandates.receipt.next(name)}</p>
      <p class="d-print-none">{mandates.receipt.print}</p>
      <p class="d-print-none">
        <ButtonLink href={PATHS.mandates}>{mandates.receipt.toMandates}</ButtonLink>
      </p>
    </PageLayout>
  );
}
