import { DataTable } from '../design/data-table.js';
import { useVisit } from '../http/visit.js';
import { casePath } from '../paths.js';
import { type OpsDispatch } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { sinceInWords } from '../words/since.js';
import { dayAndTime } from '../words/times.js';
import { useOpsWords } from './words/ops-words.js';

interface DispatchListProps {
  readonly dispatches: readonly OpsDispatch[];
  /** Wall time. */
  readonly now: number;
  /** Each leads to its case. */
  readonly linked?: boolean;
}

/** How dispatches stand, one by one. */
export function DispatchList({ dispatches, now, linked = false }: DispatchListProps) {
  const { language } = useVisit();
  const { dispatches: words, causes } = useOpsWords();
  const columns = linked ? words.columns : words.columns.slice(0, -1);
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={dispatches.map(({ id, journey, service, status, createdAt, attempt, nextAttemptAt, error }) => ({
        key: id,
        cells: [
          service,
          words.statuses[status] ?? status,
          capital(dayAndTime(createdAt, language)),
          String(attempt),
          nextAttemptAt === undefined ? '' : sinceInWords(nextAttemptAt, now, language),
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
