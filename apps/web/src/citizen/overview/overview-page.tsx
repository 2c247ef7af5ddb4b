import { ButtonLink } from '../../design/buttons.js';
import { Details } from '../../design/details.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type JourneyListItem, type MessageDocument, type OverviewDocument } from '../../rest/documents.js';
import { MessageList } from '../messages/message-list.js';
import { AppealList } from './appeal-list.js';
import { AppointmentList } from './appointment-list.js';
import { AwaitedList } from './awaited-list.js';
import { DecisionList } from './decision-list.js';
import { JourneyCards } from './journey-cards.js';
import { MoneyLists } from './money-lists.js';
import { OfferCards } from './offer-cards.js';
import { TaskCards } from './task-cards.js';
import { WorkList } from './work-list.js';

const UNDER_WAY: readonly string[] = ['active', 'held', 'cancelling'];

/** All that is somebody's: what waits for them first. What is after a loss presses nobody: it stands with its journey. */
export function OverviewPage({ overview }: { readonly overview: OverviewDocument }) {
  const { words } = useVisit();
  const { journeys, tasks, decisions, offers, complete } = overview;
  const messages = asTheyStandNow(overview.messages, journeys);
  const underWay = journeys.filter(({ status }) => UNDER_WAY.includes(status));
  const over = journeys.filter(({ status }) => !UNDER_WAY.includes(status));
  const pressing = tasks.filter(({ kind, journey }) => kind === 'must' && !journey.quiet);
  const possible = tasks.filter(task => task.kind === 'may' && !task.appeals && !task.journey.quiet);
  // How to appeal is said at the decision, where that is shown.
  const atDecision = new Set(decisions.map(({ journey, appeal }) => `${journey.id} ${appeal?.task}`));
  const appeals = tasks.filter(
    one => one.appeals && !one.journey.quiet && !atDecision.has(`${one.journey.id} ${one.task}`),
  );
  const said = new Set([...pressing, ...possible].map(({ journey }) => journey.id));
  const isEmpty = underWay.length + offers.length === 0;
  return (
    <PageLayout title={words.overview.title} menu={PATHS.home}>
      <h1>{words.overview.title}</h1>
      {isEmpty && (
        <>
          <p class="lead">{words.overview.empty}</p>
          <p>
            <ButtonLink href={PATHS.start}>{words.start.title}</ButtonLink>
          </p>
        </>
      )}
      {!complete && <p>{words.overview.incomplete}</p>}
      <TaskCards heading={words.overview.waiting} tasks={pressing} />
      <OfferCards offers={offers} />
      <AppointmentList appointments={overview.appointments} />
      <JourneyCards heading={words.overview.underWay} journeys={underWay} said={said} />
      <TaskCards heading={words.overview.may} tasks={possible} />
      <DecisionList decisions={decisions} />
      <AppealList appeals={appeals} />
      <MoneyLists benefits={overview.benefits} payments={overview.payments} />
      <WorkList authorities={overview.authorities} corrections={overview.corrections} />
      <AwaitedList overview={overview} />
      {messages.length > 0 && (
        <section>
          <h2>{words.overview.latestMessages}</h2>
          <MessageList messages={messages} quiet={underWay.some(({ quiet }) => quiet)} />
          <p>
            <a href={PATHS.messages}>{words.overview.allMessages}</a>
          </p>
        </section>
      )}
      {!isEmpty && (
        <div class="button-row">
          <ButtonLink kind="secondary" href={PATHS.start}>
            {words.start.title}
          </ButtonLink>
        </div>
      )}
      {over.length > 0 && (
        <section>
          <Details summary={words.overview.over}>
            <JourneyCards journeys={over} />
          </Details>
        </section>
      )}
    </PageLayout>
  );
}

/** After a loss nobody is shown what was written of what will not be: it stands in the mailbox, and here what still asks for something. */
function asTheyStandNow(
  messages: readonly MessageDocument[],
  journeys: readonly JourneyListItem[],
): readonly MessageDocument[] {
  const quiet = new Set(journeys.filter(journey => journey.quiet).map(({ id }) => id));
  return messages.flatMap(message => {
    if (!quiet.has(message.journey?.id ?? '')) return message;
    return message.asks?.open ? { ...message, unread: false } : [];
  });
}
