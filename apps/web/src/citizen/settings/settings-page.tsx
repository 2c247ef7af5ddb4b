import { Alert } from '../../design/alert.js';
import { Button } from '../../design/buttons.js';
import { Radios } from '../../design/fields/option-fields.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { sessionWordsIn } from '../../session/session-words.js';
import { type CalendarFeedDocument, type SettingsDocument } from '../../rest/documents.js';
import { PLACES_PATH } from '../../session/session-paths.js';
import { secondChannelWordsIn } from '../second-channel/second-channel-words.js';
import { CalendarSection } from './calendar-section.js';

export interface SettingsPageProps {
  readonly settings: SettingsDocument;
  /** Absent while the visitor acts for another. */
  readonly feed: CalendarFeedDocument | undefined;
  /** What has just been done. */
  readonly done: 'saved' | 'closed' | undefined;
}

export function SettingsPage({ settings, feed, done }: SettingsPageProps) {
  const { words, language } = useVisit();
  const session = sessionWordsIn(language);
  return (
    <PageLayout title={words.settings.title} menu={PATHS.settings}>
      <h1>{words.settings.title}</h1>
      {done && (
        <Alert kind="success" live>
          <p class="alert-text">
            {done === 'saved' ? words.settings.saved : words.settings.calendar.withdrawn}
          </p>
        </Alert>
      )}
      <PostForm action={PATHS.settings}>
        <Radios
          id="language"
          name="language"
          label={words.settings.language}
          hint={words.settings.languageHint}
          options={[
            { code: 'da', label: 'Dansk', language: 'da' },
            { code: 'en', label: 'English', language: 'en' },
          ]}
          chosen={[settings.language]}
        />
        <div class="button-row">
          <Button>{words.form.save}</Button>
        </div>
      </PostForm>
      <CalendarSection feed={feed} />
      <h2>{words.settings.digitalPost}</h2>
      <p>{words.settings.digitalPostText}</p>
      <p>
        <a href={PATHS.secondChannel}>{secondChannelWordsIn(language).title}</a>
      </p>
      <h2>{session.notice.label}</h2>
      <p>
        <a href={PLACES_PATH}>{session.places.see}</a>
      </p>
    </PageLayout>
  );
}
