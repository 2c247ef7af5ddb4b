import { BackLink } from '../../design/back-link.js';
import { useWords } from '../../http/visit.js';
import { journeyPath } from '../../paths.js';
import { type JourneyDocument } from '../../rest/documents.js';

/** The way back from a page that belongs to a journey. */
export function BackToJourney({
  journey: { id, label, title },
}: {
  readonly journey: Pick<JourneyDocument, 'id' | 'label' | 'title'>;
}) {
  const words = useWords();
  return <BackLink href={journeyPath(id)}>{words.journey.back(label ?? title)}</BackLink>;
}
