import { Button, ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { cancellationPath, journeyPath } from '../../paths.js';
import { type CancellationDocument, type JourneyDocument } from '../../rest/documents.js';
import { MovedOn } from '../task/moved-on.js';
import { BackToJourney } from './back-to-journey.js';

export interface CancellationPageProps {
  readonly journey: JourneyDocument;
  readonly preview: CancellationDocument;
  readonly sendKey: string;
  readonly movedOn: boolean;
}

/** What cancelling would undo and what it would not, said before anyone confirms it. */
export function CancellationPage({ journey, preview, sendKey, movedOn }: CancellationPageProps) {
  const { words } = useVisit();
  const { undone, irreversible, goesOn } = preview;
  return (
    <PageLayout title={words.cancellation.title} above={<BackToJourney journey={journey} />}>
      {movedOn && <MovedOn />}
      <h1>{words.cancellation.title}</h1>
      <p class="lead">{journey.label ?? journey.title}</p>
      <p>{words.cancellation.stops}</p>
      {undone.length > 0 && (
        <>
          <h2>{words.cancellation.undone}</h2>
          <ul>
            {undone.map(({ service, text }) => (
              <li key={service}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {irreversible.length > 0 && (
        <>
          <h2>{words.cancellation.stays}</h2>
          <ul>
            {irreversible.map(({ service, text, reason }) => (
              <li key={service}>
                {text}. {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {undone.length + irreversible.length === 0 && <p>{words.cancellation.nothing}</p>}
      {goesOn.length > 0 && (
        <>
          <h2>{words.cancellation.goesOn}</h2>
          <ul>
            {goesOn.map(({ definition, title, journey: begun }) => (
              <li key={definition}>
                {begun === undefined ? title : <a href={journeyPath(begun)}>{title}</a>}
              </li>
            ))}
          </ul>
        </>
      )}
      <PostForm action={cancellationPath(journey.id)} hidden={{ version: journey.version, key: sendKey }}>
        <div class="button-row">
          <Button kind="warning">{words.cancellation.confirm}</Button>
          <ButtonLink kind="secondary" href={journeyPath(journey.id)}>
            {words.cancellation.keep}
          </ButtonLink>
        </div>
      </PostForm>
    </PageLayout>
  );
}
