import { BackLink } from '../design/back-link.js';
import { DataTable } from '../design/data-table.js';
import { PageLayout } from '../design/page-layout.js';
import { useVisit } from '../http/visit.js';
import { casePath, heldCasesPath, PATHS } from '../paths.js';
import { type OpsJourneyPage } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { dayAndTime } from '../words/times.js';
import { useOpsWords } from './words/ops-words.js';

/** Cases that stand still for a fault of ours: nothing in them goes on before somebody acts. */
export function HeldCasesPage({ page: { items, next } }: { readonly page: OpsJourneyPage }) {
  const { language } = useVisit();
  const { cases, failing } = useOpsWords();
  const words = cases.held;
  return (
    <PageLayout
      title={words.title}
      menu={PATHS.cases}
      above={<BackLink href={PATHS.cases}>{cases.back}</BackLink>}
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.title}
          columns={words.columns}
          rows={items.map(({ id, reference, definition, hash, movedAt }) => ({
            key: id,
            cells: [
              <a href={casePath(id)}>{reference}</a>,
              definition,
              <code>{hash.slice(0, 12)}</code>,
              capital(dayAndTime(movedAt, language)),
            ],
          }))}
        />
      )}
      {next !== undefined && (
        <p>
          <a href={`${heldCasesPath}&${new URLSearchParams({ efter: next }).toString()}`}>{failing.more}</a>
        </p>
      )}
    </PageLayout>
  );
}
