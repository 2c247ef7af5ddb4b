import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { BackToJourney } from '../journey/back-to-journey.js';
import { feedbackWordsIn } from './feedback-words.js';

/** Nothing more is asked. */
export function FeedbackGivenPage({ journey }: { readonly journey: JourneyDocument }) {
  const feedback = feedbackWordsIn(useVisit().language);
  return (
    <PageLayout title={feedback.given} above={<BackToJourney journey={journey} />}>
      <h1>{feedback.given}</h1>
      <p class="lead">{feedback.givenText}</p>
    </PageLayout>
  );
}
