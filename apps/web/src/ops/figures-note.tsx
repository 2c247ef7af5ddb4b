import { useVisit } from '../http/visit.js';
import { clockTime } from '../words/times.js';
import { useOpsWords } from './words/ops-words.js';

/** As of when the figures of a page are, and that they are still those when they could not be read anew. */
export function FiguresNote({ now }: { readonly now: number }) {
  const { language } = useVisit();
  const words = useOpsWords();
  return (
    <>
      <p class="form-hint">
        <span data-part="read">{words.read(clockTime(new Date(now).toISOString(), language))}</span>{' '}
        <span class="only-scripted">{words.refreshes}</span>
      </p>
      <p role="status" class="form-error-message" data-stale={words.stale} />
    </>
  );
}
