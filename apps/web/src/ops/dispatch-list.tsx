import { nameAlone } from '#journey';
import { DataTable } from '../design/data-table.js';
import { useVisit } from '../http/visit.js';
import { authorityPath, casePath } from '../paths.js';
import { type OpsAuthority, type OpsDispatch } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { sinceInWords } from '../words/since.js';
import { dayAndTime } from '../words/times.js';
import { useOpsWords } from './words/ops-words.js';

interface DispatchListProps {
  readonly dispatches: readonly OpsDispatch[];
  /** All that there are, for their names. */
  readonly authorities: readonly OpsAuthority[];
  /** Wall time. */
  readonly now: number;
  /** Each leads to its case. */
  readonly linked?: boolean;
}

/** How dispatches stand, one by one. */
export function DispatchList({ dispatches, authorities, now, linked = false }: DispatchListProps) {
  const { language } = useVisit();
  const { dispatches: words, causes } = useOpsWords();
  const names = new Map(authorities.map(({ id, name }) => [id, nameAlone(name)]));
  const columns = linked ? words.columns : words.columns.slice(0, -1);
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={dispatches.map(
        ({ id, journey, service, authority, status, createdAt, attempt, nextAttemptAt, error }) => ({
          key: id,
          cells: [
            service,
            names.has(authority) ? <a href={authorityPath(authority)}>{names.get(authority)}</a> : authority,
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
        }),
      )}
    />
  );
}
