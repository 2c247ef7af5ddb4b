import { dateInWords } from '#calendar';
import { ButtonLink } from '../../design/buttons.js';
import { Card } from '../../design/card.js';
import { Details } from '../../design/details.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { journeyPath, offerPath, PATHS } from '../../paths.js';
import { type JourneyListItem, type MessageDocument, type OfferDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { NextLine } from '../journey/next-line.js';
import { MessageList } from '../messages/message-list.js';

export interface OverviewPageProps {
  readonly journeys: readonly JourneyListItem[];
  readonly offers: readonly OfferDocument[];
  readonly messages: readonly MessageDocument[];
}

const UNDER_WAY: readonly string[] = ['active', 'held', 'cancelling'];

/** All that is somebody's: what waits for them first. */
export function OverviewPage({ journeys, offers, messages }: OverviewPageProps) {
  const { words } = useVisit();
  const underWay = journeys.filter(({ status }) => UNDER_WAY.includes(status));
  const waiting = underWay
    .filter(({ needsYou, quiet }) => needsYou && !quiet)
    .sort((one, other) => (one.next?.lastDay ?? '9999').localeCompare(other.next?.lastDay ?? '9999'));
  const others = underWay.filter(journey => !waiting.includes(journey));
  const over = journeys.filter(({ status }) => !UNDER_WAY.includes(status));
  return (
    <PageLayout title={words.overview.title} menu={PATHS.home}>
      <h1>{words.overview.title}</h1>
      {underWay.length + offers.length === 0 && (
        <>
          <p class="lead">{words.overview.empty}</p>
          <p>
            <ButtonLink href={PATHS.start}>{words.start.title}</ButtonLink>
          </p>
        </>
      )}
      <JourneyList heading={words.overview.waiting} journeys={waiting} />
      <OfferList offers={offers} />
      <JourneyList heading={words.overview.underWay} journeys={others} />
      {messages.length > 0 && (
        <section>
          <h2>{words.overview.latestMessages}</h2>
          <MessageList messages={messages} quiet={underWay.some(({ quiet }) => quiet)} />
          <p>
            <a href={PATHS.messages}>{words.overview.allMessages}</a>
          </p>
        </section>
      )}
      {underWay.length + offers.length > 0 && (
        <div class="button-row">
          <ButtonLink kind="secondary" href={PATHS.start}>
            {words.start.title}
          </ButtonLink>
        </div>
      )}
      {over.length > 0 && (
        <section>
          <Details summary={words.overview.over}>
            <JourneyList journeys={over} />
          </Details>
        </section>
      )}
    </PageLayout>
  );
}

interface JourneyListProps {
  readonly heading?: string;
  readonly journeys: readonly JourneyListItem[];
}

function JourneyList({ heading, journeys }: JourneyListProps) {
  const { words, language } = useVisit();
  if (journeys.length === 0) return null;
  return (
    <section>
      {heading !== undefined && <h2>{heading}</h2>}
      {journeys.map(journey => (
        <Card
          key={journey.id}
          heading={<a href={journeyPath(journey.id)}>{journey.label ?? journey.title}</a>}
        >
          {journey.endedAt === undefined ? (
            <NextLine journey={journey} />
          ) : (
            <p>{words.journey.ended(dayInWords(journey.endedAt, language))}</p>
          )}
          <p class="form-hint">
            {words.journey.caseNumber} {journey.reference}
            {journey.startedBy &&
              !journey.startedBy.you &&
              `. ${words.overview.startedBy(journey.startedBy.name)}`}
          </p>
        </Card>
      ))}
    </section>
  );
}

function OfferList({ offers }: { readonly offers: readonly OfferDocument[] }) {
  const { words, language } = useVisit();
  if (offers.length === 0) return null;
  return (
    <section>
      <h2>{words.offers.title}</h2>
      {offers.map(({ id, title, why, lastDay }) => (
        <Card key={id} heading={<a href={offerPath(id)}>{title}</a>}>
          <p>{why.text}</p>
          <p>{words.offers.stands(dateInWords(lastDay)[language])}</p>
        </Card>
      ))}
    </section>
  );
}
