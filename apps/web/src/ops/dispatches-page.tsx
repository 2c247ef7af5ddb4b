import { PageLayout } from '../design/page-layout.js';
import { useVisit } from '../http/visit.js';
import { dispatchesPath, PATHS } from '../paths.js';
import { type OpsAuthority, type OpsDispatchPage } from '../rest/documents.js';
import { DispatchFilterForm, type DispatchFilterFields } from './dispatch-filter-form.js';
import { DispatchList } from './dispatch-list.js';
import { useOpsWords } from './words/ops-words.js';

export interface DispatchesPageProps {
  readonly page: OpsDispatchPage;
  readonly authorities: readonly OpsAuthority[];
  /** As the address has it. */
  readonly filter: DispatchFilterFields;
  readonly now: number;
}

/** Dispatches one by one, newest first. */
export function DispatchesPage({ page, authorities, filter, now }: DispatchesPageProps) {
  const { words } = useVisit();
  const { dispatches } = useOpsWords();
  return (
    <PageLayout title={dispatches.title} menu={PATHS.failing}>
      <h1>{dispatches.title}</h1>
      <DispatchFilterForm filter={filter} authorities={authorities} />
      {page.items.length === 0 ? (
        <p>{dispatches.none}</p>
      ) : (
        <DispatchList dispatches={page.items} authorities={authorities} now={now} />
      )}
      {page.next !== undefined && (
        <p>
          <a href={dispatchesPath({ ...filter, efter: page.next })}>{words.earlier}</a>
        </p>
      )}
    </PageLayout>
  );
}
