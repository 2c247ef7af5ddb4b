import { type ComponentChildren } from 'preact';
import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { secondChannelWordsIn } from './second-channel-words.js';

interface SecondChannelLayoutProps {
  readonly faulty?: boolean;
  readonly children: ComponentChildren;
}

/** What the pages of the second channel have around what they say. */
export function SecondChannelLayout({ faulty = false, children }: SecondChannelLayoutProps) {
  const { words, language } = useVisit();
  return (
    <PageLayout
      title={secondChannelWordsIn(language).title}
      menu={PATHS.settings}
      faulty={faulty}
      above={<BackLink href={PATHS.settings}>{words.settings.title}</BackLink>}
    >
      {children}
    </PageLayout>
  );
}
