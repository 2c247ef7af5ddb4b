import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { journeyPath, PATHS } from '../../paths.js';
import { type MessagePage as MessagesOnPage } from '../../rest/documents.js';
import { MessageList } from './message-list.js';

export interface MessagesPageProps {
  readonly page: MessagesOnPage;
  /** Of this journey alone. */
  readonly journey: string | undefined;
}

export function MessagesPage({ page, journey }: MessagesPageProps) {
  const { words } = useVisit();
  const { items, next } = page;
  const title = items[0]?.journey.label ?? items[0]?.journey.title;
  return (
    <PageLayout
      title={words.messages.title}
      menu={PATHS.messages}
      above={
        journey !== undefined &&
        title !== undefined && <BackLink href={journeyPath(journey)}>{words.journey.back(title)}</BackLink>
      }
    >
      <h1>{words.messages.title}</h1>
      {items.length === 0 ? <p>{words.messages.empty}</p> : <MessageList messages={items} />}
      {next !== undefined && (
        <p>
          <a
            href={`${PATHS.messages}?efter=${encodeURIComponent(next)}${journey === undefined ? '' : `&forloeb=${journey}`}`}
          >
            {words.earlier}
          </a>
        </p>
      )}
    </PageLayout>
  );
}
