import { Alert } from '../../design/alert.js';
import { Button } from '../../design/buttons.js';
import { Radios } from '../../design/fields/option-fields.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { sessionWordsIn } from '../../session/session-words.js';
import { type SettingsDocument } from '../../rest/documents.js';
import { PLACES_PATH } from '../../session/session-paths.js';

export function SettingsPage({
  settings,
  saved,
}: {
  readonly settings: SettingsDocument;
  readonly saved: boolean;
}) {
  const { words, language } = useVisit();
  const session = sessionWordsIn(language);
  return (
    <PageLayout title={words.settings.title} menu={PATHS.settings}>
      <h1>{words.settings.title}</h1>
      {saved && (
        <Alert kind="success" live>
          <p class="alert-text">{words.settings.saved}</p>
        </Alert>
      )}
      <PostForm action={PATHS.settings}>
        <Radios
          id="language"
          name="language"
          label={words.settings.language}
          hint={words.settings.languageHint}
          options={[
            { code: 'da', label: 'Dansk' },
            { code: 'en', label: 'English' },
          ]}
          chosen={[settings.language]}
        />
        <div class="button-row">
          <Button>{words.form.save}</Button>
        </div>
      </PostForm>
      <h2>{words.settings.digitalPost}</h2>
      <p>{words.settings.digitalPostText}</p>
      <h2>{session.notice.label}</h2>
      <p>
        <a href={PLACES_PATH}>{session.places.see}</a>
      </p>
    </PageLayout>
  );
}
