import { Button } from '../../design/buttons.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type CalendarFeedDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';

/** @param props.feed absent while the visitor acts for another, whose calendar is not theirs to open */
export function CalendarSection({ feed }: { readonly feed: CalendarFeedDocument | undefined }) {
  const { words, language } = useVisit();
  const of = words.settings.calendar;
  return (
    <section>
      <h2>{of.title}</h2>
      {!feed && <p>{of.forYourself}</p>}
      {feed && (
        <>
          <p>{of.text}</p>
          <p>{of.whoever}</p>
          {feed.since !== undefined && (
            <p>
              {of.since(dayInWords(feed.since, language))} {of.againText}
            </p>
          )}
          <PostForm action={PATHS.calendar}>
            <Button kind="secondary">{feed.made ? of.again : of.make}</Button>
          </PostForm>
          {feed.made && (
            <PostForm action={PATHS.noCalendar}>
              <div class="button-row">
                <Button kind="tertiary">{of.withdraw}</Button>
              </div>
            </PostForm>
          )}
        </>
      )}
    </section>
  );
}
