import { EarlierLink } from '../../design/earlier-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type MessagePage as MessagesOnPage } from '../../rest/documents.js';
import { BackToJourney } from '../journey/back-to-journey.js';
import { secondChannelWordsIn } from '../second-channel/second-channel-words.js';
import { MessageList } from './message-list.js';
import { OtherLanguage } from './other-language.js';

export interface MessagesPageProps {
  readonly page: MessagesOnPage;
  /** Of this journey alone. */
  readonly journey: string | undefined;
}

export function MessagesPage({ page, journey }: MessagesPageProps) {
  const { words, language } = useVisit();
  const { items, next } = page;
  const [first] = items;
  return (
    <PageLayout
      title={words.messages.title}
      menu={PATHS.messages}
      above={journey !== undefined && first?.journey && <BackToJourney journey={first.journey} />}
    >
      <h1>{words.messages.title}</h1>
      {first && <OtherLanguage message={first} />}
      {items.length === 0 ? <p>{words.messages.empty}</p> : <MessageList messages={items} />}
      <EarlierLink path={PATHS.messages} next={next} journey={journey} />
      {journey === undefined && (
        <p class="d-print-none">
          <a href={PATHS.secondChannel}>{secondChannelWordsIn(language).title}</a>
        </p>
      )}
    </PageLayout>
  );
}
