import { ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { sessionWordsIn } from '../session-words.js';

export function SignedOutPage({ signInAddress }: { readonly signInAddress: string }) {
  const words = sessionWordsIn(useVisit().language);
  return (
    <PageLayout title={words.signedOut.title}>
      <h1>{words.signedOut.title}</h1>
      <p>{words.signedOut.text}</p>
      <ButtonLink href={signInAddress}>{words.signIn}</ButtonLink>
    </PageLayout>
  );
}
