import { ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { sessionWordsIn, type SignInFault } from '../session-words.js';

export interface SignInFailedPageProps {
  readonly fault: SignInFault;
  readonly signInAddress: string;
}

export function SignInFailedPage({ fault, signInAddress }: SignInFailedPageProps) {
  const visit = useVisit();
  const words = sessionWordsIn(visit.language);
  const { title, text } = words.failed[fault];
  return (
    <PageLayout title={title} faulty>
      <h1>{title}</h1>
      <p>{text}</p>
      <ButtonLink href={signInAddress}>{words.signIn}</ButtonLink>
      {fault === 'unlinked' && (
        <p>
          <a href={PATHS.help}>{visit.words.footer.help}</a>
        </p>
      )}
    </PageLayout>
  );
}
