import { journeyPath } from '../../paths.js';
import { type OverviewCaseDocument } from '../../rest/documents.js';

/** The journey that something belongs to. */
export function CaseLink({ journey: { id, label, title } }: { readonly journey: OverviewCaseDocument }) {
  return <a href={journeyPath(id)}>{label ?? title}</a>;
}
