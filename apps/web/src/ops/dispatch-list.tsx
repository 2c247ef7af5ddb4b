import { DataTable } from '../design/data-table.js';
import { useVisit } from '../http/visit.js';
import { casePath } from '../paths.js';
import { type OpsDispatch } from '../rest/documents.js';
import { sinceInWords } from '../words/since.js';
import { useOpsWords } from './words/ops-words.js';

interface DispatchListProps {
  readonly dispatches: readonly OpsDispatch[];
  readonly now: number;
  /** Each leads to its case. */
  readonly linked?: boolean;
}

/** How dispatches stand, one by one. */
export function DispatchList({ dispatches, now, linked = false }: DispatchListProps) {
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
