import { PageLayout } from '../design/page-layout.js';
import { PATHS } from '../paths.js';
import { type OpsIncidentPage } from '../rest/documents.js';
import { FiguresNote } from './figures-note.js';
import { IncidentTable } from './incident-table.js';
import { useOpsWords } from './words/ops-words.js';

/** All that fails. */
export function FailingPage({ page, now }: { readonly page: OpsIncidentPage; readonly now: number }) {
  const { failing: words } = useOpsWords();
  return (
    <PageLayout title={words.title} menu={PATHS.failing}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <FiguresNote now={now} />
      <div data-part="failing" data-refresh="30">
        <IncidentTable incidents={page.items} now={now} />
      </div>
      {page.next !== undefined && (
        <p>
          <a href={`${PATHS.failing}?${new URLSearchParams({ efter: page.next }).toString()}`}>
            {words.more}
          </a>
        </p>
      )}
    </PageLayout>
  );
}
