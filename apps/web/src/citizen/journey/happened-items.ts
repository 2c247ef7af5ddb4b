import { type Language } from '#journey';
import { type TimelineEntry } from '../../design/timeline.js';
import { type HappeningDocument } from '../../rest/documents.js';
import { type PageWords } from '../../words/page-words.js';
import { dayAndTime } from '../../words/times.js';

/** What has happened, for a timeline. */
export function happenedItems(
  happened: readonly HappeningDocument[],
  words: PageWords,
  language: Language,
): readonly TimelineEntry[] {
  return happened.map(({ id, at, by, text, entered }) => ({
    id,
    at,
    when: dayAndTime(at, language),
    ...(by !== undefined && { who: words.journey.by[by] }),
    text,
    after: entered.map(state => state.text),
  }));
}
