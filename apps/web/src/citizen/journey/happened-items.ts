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
  // What moved on without coming anywhere that the reader sees is no news to them.
  const told = happened.filter(({ kind, entered }) => kind !== 'moved' || entered.length > 0);
  return told.map(({ id, at, by, doneBy, text, entered }) => ({
    id,
    at,
    when: dayAndTime(at, language),
    // Whoever did it for the reader is named in the sentence: nothing of theirs is said to be the reader's own doing.
    ...(by !== undefined && { who: doneBy === undefined ? words.journey.by[by] : words.journey.forYou }),
    text,
    after: innermost(entered),
  }));
}

type Entered = HappeningDocument['entered'];

/** Where it went on, without what that is a part of; what is said several times is said by what they are parts of. */
function innermost(entered: Entered): readonly string[] {
  const holds = ({ path }: Entered[number], inner: string) => inner.startsWith(`${path}.`);
  const leaves = entered.filter(one => !entered.some(({ path }) => holds(one, path)));
  const texts = leaves.map(leaf => {
    const same = leaves.filter(({ text }) => text === leaf.text);
    const around = entered.findLast(one => same.every(({ path }) => holds(one, path)));
    return same.length > 1 && around ? around.text : leaf.text;
  });
  return [...new Set(texts)];
}
