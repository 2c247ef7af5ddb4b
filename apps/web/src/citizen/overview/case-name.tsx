import { journeyPath } from '../../paths.js';
import { type OverviewCaseDocument } from '../../rest/documents.js';

/** The journey that what follows belongs to. */
export function CaseName({ journey: { id, label, title } }: { readonly journey: OverviewCaseDocument }) {
  return (
    <h3 class="case-name">
      <a href={journeyPath(id)}>{label ?? title}</a>
    </h3>
  );
}
