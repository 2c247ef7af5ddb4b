import { Alert } from '../../design/alert.js';
import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { newsPath, PATHS } from '../../paths.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { JourneyAside } from './journey-aside.js';
import { JourneyHead } from './journey-head.js';
import { JourneyHappened } from './journey-happened.js';
import { JourneyMessages } from './journey-messages.js';
import { JourneySections } from './journey-sections.js';
import { OthersWork } from './others-work.js';
import { StandingDoors, YourTasks } from './your-tasks.js';

/** One journey. What to do now comes first. Each part marked `data-part` is replaced when something has happened. */
export function OneJourneyPage({ journey }: { readonly journey: JourneyDocument }) {
  const { words } = useVisit();
  const { id, version, status, undone } = journey;
  const goesOn = status === 'active' || status === 'held';
  const moves = goesOn || status === 'cancelling';
  return (
    <PageLayout
      title={journey.label ?? journey.title}
      menu={PATHS.home}
      above={<BackLink href={PATHS.home}>{words.journey.all}</BackLink>}
    >
      <div data-news={moves ? `${newsPath(id)}?efter=${version}` : undefined}>
        <JourneyHead journey={journey} />
        <div data-part="state">
          {status === 'held' && (
            <Alert kind="info" heading={words.journey.heldTitle}>
              <p class="alert-text">{words.journey.heldText}</p>
            </Alert>
          )}
          {status === 'cancelling' && (
            <Alert kind="info" heading={words.cancellation.underWay}>
              <p class="alert-text">{words.cancellation.underWayText}</p>
            </Alert>
          )}
          {journey.outcome && (
            <Alert
              kind={journey.outcome.is === 'done' && !journey.bereaved ? 'success' : 'info'}
              heading={words.journey.outcome}
            >
              <p class="alert-text">{words.sentence(journey.outcome.text)}</p>
              {undone !== undefined && undone.irreversible.length > 0 && (
                <p class="alert-text">{words.cancellation.stays}:</p>
              )}
              {undone?.irreversible.map(({ service, text, reason }) => (
                <p class="alert-text" key={service}>
                  {text}: {reason}
                </p>
              ))}
            </Alert>
          )}
        </div>
        {goesOn && <YourTasks journey={journey} />}
        <JourneySections journey={journey} />
        {goesOn && <OthersWork journey={journey} />}
        <JourneyMessages journey={journey} />
        <JourneyHappened journey={journey} />
        {goesOn && <StandingDoors journey={journey} />}
        <JourneyAside journey={journey} />
        <p role="status" class="sr-only" data-news-told={words.journey.changed} />
      </div>
    </PageLayout>
  );
}
