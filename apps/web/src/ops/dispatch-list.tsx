import { nameAlone } from '#journey';
import { DataTable } from '../design/data-table.js';
import { useVisit } from '../http/visit.js';
import { authorityPath, dispatchPath } from '../paths.js';
import { type OpsAuthority, type OpsDispatch } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { sinceInWords } from '../words/since.js';
import { dayAndTime } from '../words/times.js';
import { isUnsettled } from './dispatch-standing.js';
import { ServiceOf } from './service-of.js';
import { useOpsWords } from './words/ops-words.js';

interface DispatchListProps {
  readonly dispatches: readonly OpsDispatch[];
  /** All that there are, for their names. */
  readonly authorities: readonly OpsAuthority[];
  /** Wall time. */
  readonly now: number;
}

/** How dispatches stand, one by one; each leads to its own page, where it can be mended. */
export function DispatchList({ dispatches, authorities, now }: DispatchListProps) {
  const { language } = useVisit();
  const { dispatches: words, dispatch, causes } = useOpsWords();
  const names = new Map(authorities.map(({ id, name }) => [id, nameAlone(name)]));
  return (
    <DataTable
      caption={words.title}
      columns={words.columns}
      rows={dispatches.map(
        ({ id, service, authority, status, createdAt, attempt, nextAttemptAt, error }) => ({
          key: id,
          cells: [
            <ServiceOf service={service}>
              {names.has(authority) ? (
                <a href={authorityPath(authority)}>{names.get(authority)}</a>
              ) : (
                authority
              )}
            </ServiceOf>,
            words.statuses[status] ?? status,
            capital(dayAndTime(createdAt, language)),
            String(attempt),
            nextAttemptAt === undefined ? '' : sinceInWords(nextAttemptAt, now, language),
            error ? `${causes[error.code] ?? error.code}: ${error.message}` : '',
            <a href={dispatchPath(id)}>
              {isUnsettled(status) ? dispatch.open : dispatch.closed}
              <span class="sr-only">
                {' '}
                ({service}, {id.slice(24)})
              </span>
            </a>,
          ],
        }),
      )}
    />
  );
}
