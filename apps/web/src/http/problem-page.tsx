import { ButtonLink } from '../design/buttons.js';
import { PageLayout } from '../design/page-layout.js';
import { FRONT_PATHS } from '../faces.js';
import { SendAgainForm } from './send-again-form.js';
import { type PageProblem } from './page-problem.js';
import { waitInWords } from '../words/wait.js';
import { useVisit } from './visit.js';

/** Something went wrong: what it means, and how to go on. */
export function ProblemPage({ problem, now }: { readonly problem: PageProblem; readonly now: number }) {
  const { words, face, language, signInAddress } = useVisit();
  const { title, text, onward, signIn = false, isFault = false, wait, posted, occurrence } = problem;
  const waiting = waitInWords(wait?.seconds, now, language);
  return (
    <PageLayout title={title}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {posted && <SendAgainForm posted={posted} waiting={waiting} isUnsure={isFault} />}
      {wait && !posted && <p>{words.problems.sendAgain.then(waiting)}</p>}
      {(isFault || posted) && face === 'citizen' && <p>{words.problems.urgent}</p>}
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
