import { Details } from '../../design/details.js';
import { Timeline } from '../../design/timeline.js';
import { useVisit } from '../../http/visit.js';
import { happenedPath } from '../../paths.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { happenedItems } from './happened-items.js';

/** So many stand on the page of the journey. */
const LATEST = 4;

/** The latest of what has happened, newest first; after a loss for whoever asks, for it is also from before. */
export function JourneyHappened({ journey }: { readonly journey: JourneyDocument }) {
  const { words, language } = useVisit();
  const { happened, earlier, id, quiet } = journey;
  const latest = happened.slice(-LATEST).reverse();
  const more = earlier !== undefined || happened.length > LATEST;
  const list = (
    <>
      <Timeline items={happenedItems(latest, words, language)} />
      {more && (
        <p>
          <a href={happenedPath(id)}>{words.journey.allHappened}</a>
        </p>
      )}
    </>
  );
  if (quiet) {
    return (
      <section data-part="happened">
        <Details summary={words.journey.happened}>{list}</Details>
      </section>
    );
  }
  return (
    <section data-part="happened" aria-labelledby="happened">
      <h2 id="happened">{words.journey.happened}</h2>
      {list}
    </section>
  );
}
