import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { Timeline } from '../../design/timeline.js';
import { useVisit } from '../../http/visit.js';
import { happenedPath, journeyPath } from '../../paths.js';
import { type HappenedPage, type JourneyDocument } from '../../rest/documents.js';
import { happenedItems } from './happened-items.js';

/** All that has happened in a journey, newest first, by the page. */
export function HappenedListPage({
  journey,
  page,
}: {
  readonly journey: JourneyDocument;
  readonly page: HappenedPage;
}) {
  const { words, language } = useVisit();
  return (
    <PageLayout
      title={words.journey.happened}
      above={
        <BackLink href={journeyPath(journey.id)}>
          {words.journey.back(journey.label ?? journey.title)}
        </BackLink>
      }
    >
      <h1>{words.journey.happened}</h1>
      <Timeline items={happenedItems(page.items, words, language)} />
      {page.next !== undefined && (
        <p>
          <a href={`${happenedPath(journey.id)}?efter=${encodeURIComponent(page.next)}`}>{words.earlier}</a>
        </p>
      )}
    </PageLayout>
  );
}
