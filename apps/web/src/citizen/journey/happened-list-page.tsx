import { EarlierLink } from '../../design/earlier-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { Timeline } from '../../design/timeline.js';
import { useVisit } from '../../http/visit.js';
import { happenedPath } from '../../paths.js';
import { type HappenedPage, type JourneyDocument } from '../../rest/documents.js';
import { BackToJourney } from './back-to-journey.js';
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
    <PageLayout title={words.journey.happened} above={<BackToJourney journey={journey} />}>
      <h1>{words.journey.happened}</h1>
      <Timeline items={happenedItems(page.items, words, language)} />
      <EarlierLink path={happenedPath(journey.id)} next={page.next} />
    </PageLayout>
  );
}
