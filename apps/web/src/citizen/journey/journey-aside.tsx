import { useVisit } from '../../http/visit.js';
import { cancellationPath, feedbackPath, PATHS, receiptsPath } from '../../paths.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { feedbackWordsIn } from '../feedback/feedback-words.js';

/** What there is to know and to do besides: who used the data, how to stop, whom to ask. */
export function JourneyAside({ journey }: { readonly journey: JourneyDocument }) {
  const { words, language } = useVisit();
  const { id, cancellation, status, links, quiet } = journey;
  return (
    <section class="d-print-none" data-part="aside" aria-labelledby="more">
      <h2 id="more">{words.journey.more}</h2>
      <ul class="nobullet-list">
        {links.feedback !== undefined && (
          <li>
            <a href={feedbackPath(id)}>{feedbackWordsIn(language).ask}</a>
          </li>
        )}
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
      {!cancellation.possible && status === 'active' && !quiet && cancellation.text !== undefined && (
        <p class="form-hint">{words.sentence(cancellation.text)}</p>
      )}
    </section>
  );
}
