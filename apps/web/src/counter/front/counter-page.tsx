import { Alert } from '../../design/alert.js';
import { Button } from '../../design/buttons.js';
import { Card } from '../../design/card.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { FRONT_PATHS } from '../../faces.js';
import { type AssistanceDocument, type BeginAssistance } from '../../rest/documents.js';
import { END_HELP_PATH, HELP_PATH } from '../counter-paths.js';
import { counterWordsIn } from '../counter-words.js';
import { BeginForm, FIRST_INPUTS } from './begin-form.js';
import { type BeginningField } from './beginning.js';

export interface CounterPageProps {
  readonly open: readonly AssistanceDocument[];
  /** What was typed. */
  readonly asked?: BeginAssistance;
  readonly faulty?: readonly BeginningField[];
  /** An assistance has just ended. */
  readonly ended?: boolean;
}

/** Front page of caseworkers: whom they help today, and the beginning of the next. */
export function CounterPage({ open, asked, faulty = [], ended = false }: CounterPageProps) {
  const { language } = useVisit();
  const words = counterWordsIn(language);
  const { front } = words;
  return (
    <PageLayout title={front.title} menu={FRONT_PATHS.caseworker} faulty={faulty.length > 0}>
      <ErrorSummary
        faults={faulty.map(field => ({ href: `#${FIRST_INPUTS[field]}`, text: words.asked.faults[field] }))}
      />
      <h1>{front.title}</h1>
      <p class="lead">{front.lead}</p>
      {ended && <Alert kind="info" heading={front.ended} />}
      <h2>{front.open}</h2>
      {open.length === 0 && <p>{front.none}</p>}
      {open.map(assistance => (
        <OpenAssistance key={assistance.id} assistance={assistance} />
      ))}
      <h2>{front.begin}</h2>
      <p>{front.seen}</p>
      <BeginForm asked={asked} faulty={faulty} />
    </PageLayout>
  );
}

function OpenAssistance({ assistance }: { readonly assistance: AssistanceDocument }) {
  const { language } = useVisit();
  const { front, asked } = counterWordsIn(language);
  const { id, name, identified } = assistance;
  return (
    <Card heading={name}>
      <p>
        {asked.identifications[identified]}. {front.until}
      </p>
      <div class="button-row">
        <PostForm action={HELP_PATH} hidden={{ assistance: id }}>
          <Button>{front.goOn(name)}</Button>
        </PostForm>
        <PostForm action={END_HELP_PATH} hidden={{ assistance: id }}>
          <Button kind="secondary">{front.end(name)}</Button>
        </PostForm>
      </div>
    </Card>
  );
}
