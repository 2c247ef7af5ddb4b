import { DataTable } from '../design/data-table.js';
import { PageLayout } from '../design/page-layout.js';
import { useVisit } from '../http/visit.js';
import { casePath, dispatchesPath, PATHS } from '../paths.js';
import { type OpsDispatch, type OpsDispatchPage } from '../rest/documents.js';
import { sinceInWords } from '../words/since.js';
import { DispatchFilterForm, type DispatchFilter } from './dispatch-filter-form.js';
import { useOpsWords } from './words/ops-words.js';

export interface DispatchesPageProps {
  readonly page: OpsDispatchPage;
  /** As the address has it. */
  readonly filter: DispatchFilter;
  readonly now: number;
}

/** Dispatches one by one, newest first. */
export function DispatchesPage({ page, filter, now }: DispatchesPageProps) {
  const { words } = useVisit();
  const { dispatches } = useOpsWords();
  return (
    <PageLayout title={dispatches.title} menu={PATHS.failing}>
      <h1>{dispatches.title}</h1>
      <DispatchFilterForm filter={filter} />
      {page.items.length === 0 ? (
        <p>{dispatches.none}</p>
      ) : (
        <DispatchTable dispatches={page.items} now={now} linked />
      )}
      {page.next !== undefined && (
        <p>
          <a href={dispatchesPath({ ...filter, efter: page.next })}>{words.earlier}</a>
        </p>
      )}
    </PageLayout>
  );
}

export interface DispatchTableProps {
  readonly dispatches: readonly OpsDispatch[];
  readonly now: number;
  /** Each leads to its case. */
  readonly linked?: boolean;
}

export function DispatchTable({ dispatches, now, linked = false }: DispatchTableProps) {
  const { language } = useVisit();
  const { dispatches: words, causes } = useOpsWords();
  const columns = linked ? words.columns : words.columns.slice(0, -1);
  const since = (instant: string): string => sinceInWords(instant, now, language);
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={dispatches.map(({ id, journey, service, status, createdAt, attempt, nextAttemptAt, error }) => ({
        key: id,
        cells: [
          service,
          words.statuses[status] ?? status,
          since(createdAt),
          String(attempt),
          nextAttemptAt === undefined ? '' : since(nextAttemptAt),
          error ? `${causes[error.code] ?? error.code}: ${error.message}` : '',
          ...(linked
            ? [
                <a href={casePath(journey)}>
                  {words.toCase}
                  <span class="sr-only"> {journey.slice(-12)}</span>
                </a>,
              ]
            : []),
        ],
      }))}
    />
  );
}
