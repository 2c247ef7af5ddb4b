import { ButtonLink } from '../design/buttons.js';
import { PageLayout } from '../design/page-layout.js';
import { FRONT_PATHS } from '../faces.js';
import { SendAgainForm } from './send-again-form.js';
import { type PageProblem } from './page-problem.js';
import { useVisit } from './visit.js';

/** Something went wrong: what it means, and how to go on. */
export function ProblemPage({ problem }: { readonly problem: PageProblem }) {
  const { words, face, signInAddress } = useVisit();
  const { title, text, onward, signIn = false, isFault = false, posted, occurrence } = problem;
  return (
    <PageLayout title={title}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {posted && <SendAgainForm posted={posted} />}
      {isFault && face === 'citizen' && <p>{words.problems.urgent}</p>}
      {occurrence !== undefined && <p class="form-hint">{words.problems.occurrence(occurrence)}</p>}
      <p>
        {signIn ? (
          <ButtonLink href={signInAddress}>{words.problems.signInAgain}</ButtonLink>
        ) : (
          <ButtonLink href={onward?.href ?? FRONT_PATHS[face]} kind={posted ? 'secondary' : 'primary'}>
            {onward?.text ?? words.problems.toHome}
          </ButtonLink>
        )}
      </p>
    </PageLayout>
  );
}
