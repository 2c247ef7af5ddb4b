import { dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { taskPath } from '../../paths.js';
import { type JourneyDocument, type JourneyListItem } from '../../rest/documents.js';

/** What comes next of all, in a line: something to do, or what is waited for. */
export function NextLine({
  journey,
}: {
  readonly journey: Pick<JourneyDocument, 'id' | 'next' | 'status' | 'needsYou'> | JourneyListItem;
}) {
  const { words, language } = useVisit();
  const { id, next, status, needsYou } = journey;
  if (status === 'cancelling') return <p>{words.cancellation.underWayText}</p>;
  if (!next)
    return <p>{status === 'active' || status === 'held' ? words.journey.nothingNow : words.journey.over}</p>;
  const day = next.lastDay === undefined ? undefined : dateInWords(next.lastDay)[language];
  if (next.task !== undefined) {
    return (
      <p>
        {needsYou ? words.journey.yourNext : words.journey.mayNext}{' '}
        <a href={taskPath(id, next.task)}>{next.text}</a>
        {day !== undefined && ` – ${words.journey.atLatest(day)}`}
      </p>
    );
  }
  return (
    <p>
      {words.journey.nothingNow} {words.sentence(next.text)}
      {day !== undefined && ` ${words.journey.expectedBy(day)}`}
    </p>
  );
}
