import { type OverviewCaseDocument } from '../../rest/documents.js';
import { CaseLink } from './case-link.js';

interface CaseLineProps {
  readonly journey: OverviewCaseDocument;
  /** What is said first. */
  readonly before?: string | undefined;
}

/** The last line of an item: the journey that it belongs to. */
export function CaseLine({ journey, before }: CaseLineProps) {
  return (
    <p class="message-line">
      {before !== undefined && `${before} `}
      <CaseLink journey={journey} />
    </p>
  );
}
