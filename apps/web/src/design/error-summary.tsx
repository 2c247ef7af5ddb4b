import { useWords } from '../http/visit.js';
import { Alert } from './alert.js';
import { type InPageLink, LinkList } from './link-list.js';

/** What must be mended, at the top of the page, with links into the form. */
export function ErrorSummary({ faults }: { readonly faults: readonly InPageLink[] }) {
  const words = useWords();
  if (faults.length === 0) return null;
  return (
    <Alert kind="error" heading={words.faults.heading} firstAs="error-summary">
      <LinkList links={faults} />
    </Alert>
  );
}
