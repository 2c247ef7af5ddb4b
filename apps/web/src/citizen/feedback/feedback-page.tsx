import { Button, ButtonLink } from '../../design/buttons.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { Radios } from '../../design/fields/option-fields.js';
import { TextField } from '../../design/fields/text-field.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { feedbackPath, journeyPath } from '../../paths.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { BackToJourney } from '../journey/back-to-journey.js';
import { feedbackWordsIn } from './feedback-words.js';
import { GIVEN_SCORES } from './score-of.js';

/** As the API takes it. */
const LONGEST_REMARK = 1_000;

export interface FeedbackPageProps {
  readonly journey: JourneyDocument;
  /** What they have written. */
  readonly remark: string;
  /** No score was chosen. */
  readonly faulty?: boolean;
}

/** How did it go? */
export function FeedbackPage({ journey, remark, faulty = false }: FeedbackPageProps) {
  const feedback = feedbackWordsIn(useVisit().language);
  return (
    <PageLayout title={feedback.title} faulty={faulty} above={<BackToJourney journey={journey} />}>
      <ErrorSummary faults={faulty ? [{ text: feedback.missing, href: '#score-0' }] : []} />
      <h1>{feedback.title}</h1>
      <p class="lead">{feedback.lead}</p>
      <PostForm action={feedbackPath(journey.id)}>
        <Radios
          id="score"
          name="score"
          label={feedback.score}
          error={faulty ? feedback.missing : undefined}
          options={GIVEN_SCORES.map(score => ({ code: String(score), label: feedback.scores[score] }))}
          chosen={[]}
        />
        <div class="field">
          <TextField
            id="remark"
            name="remark"
            label={feedback.remark}
            hint={feedback.remarkHint}
            value={remark}
            most={LONGEST_REMARK}
            optional
            long
          />
        </div>
        <div class="button-row">
          <Button>{feedback.send}</Button>
          <ButtonLink kind="secondary" href={journeyPath(journey.id)}>
            {feedback.not}
          </ButtonLink>
        </div>
      </PostForm>
    </PageLayout>
  );
}
