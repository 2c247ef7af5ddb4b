import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { secondChannelWordsIn } from './second-channel-words.js';

/** Whoever acts for another chooses nothing here. */
export function OwnOnlyPage() {
  const { words, language } = useVisit();
  const own = secondChannelWordsIn(language);
  return (
    <PageLayout
      title={own.title}
      menu={PATHS.settings}
      above={<BackLink href={PATHS.settings}>{words.settings.title}</BackLink>}
    >
      <h1>{own.title}</h1>
      <p class="lead">{own.ownOnly}</p>
    </PageLayout>
  );
}
