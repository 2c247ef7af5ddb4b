import { useVisit } from '../../http/visit.js';
import { cancellationPath, PATHS, receiptsPath } from '../../paths.js';
import { type JourneyDocument } from '../../rest/documents.js';

/** What there is to know and to do besides: who used the data, how to stop, whom to ask. */
export function JourneyAside({ journey }: { readonly journey: JourneyDocument }) {
  const { words } = useVisit();
  const { id, cancellation, status } = journey;
  return (
    <section data-part="aside" aria-labelledby="more">
      <h2 id="more">{words.journey.more}</h2>
      <ul class="nobullet-list">
        <li>
          <a href={receiptsPath(id)}>{words.journey.whatSent}</a>
        </li>
        <li>
          <a href={`${PATHS.myData}?forloeb=${id}`}>{words.journey.whoUsed}</a>
        </li>
        <li>
          <a href={PATHS.help}>{words.footer.help}</a>
        </li>
        {cancellation.possible && (
          <li>
            <a href={cancellationPath(id)}>{words.cancellation.title}</a>
          </li>
        )}
      </ul>
      {!cancellation.possible && status === 'active' && cancellation.text !== undefined && (
        <p class="form-hint">{words.sentence(cancellation.text)}</p>
      )}
    </section>
  );
}
