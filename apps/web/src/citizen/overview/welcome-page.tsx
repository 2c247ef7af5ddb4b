import { ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { eidasAddress } from '../../session/session-paths.js';
import { sessionWordsIn } from '../../session/session-words.js';
import { LifeEventSearch } from '../start/life-event-search.js';

/** What this is, for whoever has not signed in. */
export function WelcomePage() {
  const { words, language, signInAddress } = useVisit();
  return (
    <PageLayout title={words.welcome.title}>
      <h1>{words.welcome.title}</h1>
      <p class="lead">{words.welcome.lead}</p>
      <p>
        <ButtonLink href={signInAddress}>{words.signIn}</ButtonLink>
      </p>
      <p>
        <a href={eidasAddress(signInAddress)}>{sessionWordsIn(language).eidas}</a>
      </p>
      <h2>{words.start.what}</h2>
      <LifeEventSearch />
      <p>{words.welcome.help}</p>
    </PageLayout>
  );
}
