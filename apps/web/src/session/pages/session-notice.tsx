import { useVisit } from '../../http/visit.js';
import { clockTime } from '../../words/times.js';
import { STAY_PATH } from '../session-paths.js';
import { sessionWordsIn } from '../session-words.js';

/**
 * When somebody who does nothing is signed out, and how to stay (WCAG 2.2, 2.2.1 and 2.2.6). The script says so once more, in view and
 * aloud, when it is soon, and when the time is over.
 */
export function SessionNotice() {
  const { visitor, language, address } = useVisit();
  if (!visitor?.endsAt) return null;
  const { notice } = sessionWordsIn(language);
  const seconds = Math.round((visitor.endsAt.getTime() - Date.now()) / 1_000);
  return (
    <aside class="container d-print-none" aria-label={notice.label} data-session={seconds}>
      <p role="alert" data-told={notice.soon} data-told-after={notice.after} />
      <p class="form-hint">
        {notice.ends(clockTime(visitor.endsAt.toISOString(), language))}{' '}
        <a href={`${STAY_PATH}?til=${encodeURIComponent(address)}`}>{notice.stay}</a>
      </p>
    </aside>
  );
}
