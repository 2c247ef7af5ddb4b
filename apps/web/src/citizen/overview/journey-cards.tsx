import { Card } from '../../design/card.js';
import { useVisit } from '../../http/visit.js';
import { journeyPath } from '../../paths.js';
import { type JourneyListItem } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { NextLine } from '../journey/next-line.js';

export interface JourneyCardsProps {
  readonly heading?: string;
  readonly journeys: readonly JourneyListItem[];
  /** Ids of those of which the page says elsewhere what there is to do. */
  readonly said?: ReadonlySet<string>;
}

/** Journeys, each with what comes next in it. */
export function JourneyCards({ heading, journeys, said }: JourneyCardsProps) {
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
          {journey.endedAt !== undefined && (
            <p>{words.journey.ended(dayInWords(journey.endedAt, language))}</p>
          )}
          {journey.endedAt === undefined && !said?.has(journey.id) && <NextLine journey={journey} />}
          <p class="form-hint">
            {words.journey.caseNumber} {journey.reference}
            {journey.startedBy &&
              !journey.startedBy.you &&
              `. ${words.overview.startedBy(journey.startedBy.name)}.`}
          </p>
        </Card>
      ))}
    </section>
  );
}
