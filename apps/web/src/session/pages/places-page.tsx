import { BackLink } from '../../design/back-link.js';
import { Button } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { Rows } from '../../design/rows.js';
import { FRONT_PATHS } from '../../faces.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { dayAndTime } from '../../words/times.js';
import { sessionWordsIn } from '../session-words.js';
import { PLACES_PATH } from '../session-paths.js';
import { capital } from '../../words/capital.js';

/** One of somebody's sessions, as `GET /v1/sessions` gives it. */
export interface SignedInPlace {
  readonly id: string;
  readonly current: boolean;
  readonly startedAt: string;
  readonly usedAt: string;
  readonly expiresAt: string;
}

/** Where somebody is signed in, so that they can end what they do not know. */
export function PlacesPage({ places }: { readonly places: readonly SignedInPlace[] }) {
  const { language, face } = useVisit();
  const words = sessionWordsIn(language).places;
  return (
    <PageLayout
      title={words.title}
      menu={PATHS.settings}
      above={
        face === 'citizen' ? (
          <BackLink href={PATHS.settings}>{words.back}</BackLink>
        ) : (
          <BackLink href={FRONT_PATHS[face]}>{words.toFront}</BackLink>
        )
      }
    >
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {places.map(({ id, current, startedAt, usedAt, expiresAt }) => (
        <section key={id}>
          <h2>{current ? words.here : words.elsewhere}</h2>
          <Rows
            rows={[
              { label: words.started, value: capital(dayAndTime(startedAt, language)) },
              { label: words.used, value: capital(dayAndTime(usedAt, language)) },
              { label: words.ends, value: capital(dayAndTime(expiresAt, language)) },
            ]}
          />
          {!current && (
            <PostForm action={PLACES_PATH} hidden={{ session: id }}>
              <Button kind="secondary">{words.end}</Button>
            </PostForm>
          )}
        </section>
      ))}
      <PostForm action={PLACES_PATH}>
        <div class="button-row">
          <Button kind="warning">{words.endAll}</Button>
        </div>
      </PostForm>
    </PageLayout>
  );
}
