import { PageLayout } from '../../design/page-layout.js';
import { useWords } from '../../http/visit.js';
import { type ApiProblem } from '../../rest/api-problem.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { BackToJourney } from './back-to-journey.js';

/** Why it cannot be cancelled, in the words of the API, with the way back. */
export function NotCancellablePage({
  journey,
  problem: { document },
}: {
  readonly journey: JourneyDocument;
  readonly problem: ApiProblem;
}) {
  const { problems } = useWords();
  const title = document?.title ?? problems.conflict.title;
  return (
    <PageLayout title={title} above={<BackToJourney journey={journey} />}>
      <h1>{title}</h1>
      <p class="lead">{document?.detail ?? problems.conflict.text}</p>
    </PageLayout>
  );
}
