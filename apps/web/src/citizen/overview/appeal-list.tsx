import { dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { taskPath } from '../../paths.js';
import { type OverviewTaskDocument } from '../../rest/documents.js';
import { OverviewSection } from './overview-section.js';

/** How to appeal, where the decision itself is not among those that are shown: a right, and nothing that waits to be done. */
export function AppealList({ appeals }: { readonly appeals: readonly OverviewTaskDocument[] }) {
  const { words, language } = useVisit();
  const items = appeals.map(({ journey, task, title, lastDay }) => ({
    key: task,
    journey,
    content: (
      <>
        <a href={taskPath(journey.id, task)}>{title}</a>
        {lastDay !== undefined && ` – ${words.journey.atLatest(dateInWords(lastDay)[language])}`}
      </>
    ),
  }));
  return <OverviewSection heading={words.journey.disagree} items={items} />;
}
