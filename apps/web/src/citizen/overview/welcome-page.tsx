import { ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { SearchForm } from '../../design/search-form.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { eidasAddress } from '../../session/session-paths.js';
import { sessionWordsIn } from '../../session/session-words.js';

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
      <SearchForm
        action={PATHS.start}
        name="q"
        label={words.start.ask}
        hint={words.start.askHint}
        value=""
        most={200}
        button={words.start.search}
      />
      <p>{words.welcome.help}</p>
    </PageLayout>
  );
}
