import { Button, ButtonLink } from '../design/buttons.js';
import { DateField } from '../design/fields/date-field.js';
import { FieldFrame } from '../design/fields/field-frame.js';
import { PageLayout } from '../design/page-layout.js';
import { useVisit } from '../http/visit.js';
import { AUDIT_FILE_PATH, PATHS } from '../paths.js';
import { type AuditPage } from '../rest/documents.js';
import { type AuditLogFilter, auditSearch, wrongDays } from './audit-log-filter.js';
import { AuditTable, whoInWords } from './audit-table.js';
import { useAuditorWords } from './words/auditor-words.js';

export interface AuditLogPageProps {
  readonly page: AuditPage;
  readonly filter: AuditLogFilter;
}

/** What those who work here have done, newest first. */
export function AuditLogPage({ page, filter }: AuditLogPageProps) {
  const { words } = useVisit();
  const { log } = useAuditorWords();
  const isFaulty = wrongDays(filter).length > 0;
  return (
    <PageLayout title={log.title} menu={PATHS.auditLog} faulty={isFaulty}>
      <h1>{log.title}</h1>
      <p>{log.lead}</p>
      <FilterForm filter={filter} />
      {filter.af !== '' && <p>{log.only(whoInWords(filter.af, log))}</p>}
      {page.items.length === 0 ? <p>{log.none}</p> : <AuditTable entries={page.items} />}
      {page.next !== undefined && (
        <p>
          <a href={`${PATHS.auditLog}${auditSearch(filter, page.next)}`}>{words.earlier}</a>
        </p>
      )}
      {!isFaulty && (
        <p class="d-print-none">
          <a href={`${AUDIT_FILE_PATH}${auditSearch(filter)}`}>{log.download}</a>
          <br />
          <span class="form-hint">{log.downloadHint}</span>
        </p>
      )}
    </PageLayout>
  );
}

/** By GET, so that the address says what is shown. */
function FilterForm({ filter }: Pick<AuditLogPageProps, 'filter'>) {
  const { log } = useAuditorWords();
  const wrong = wrongDays(filter);
  const lists = [
    ['hvem', log.role, log.roles],
    ['hvad', log.action, log.actions],
  ] as const;
  const days = [
    ['fra', log.from],
    ['til', log.until],
  ] as const;
  return (
    <form method="get" action={PATHS.auditLog} class="filter-form" aria-label={log.filter}>
      {filter.af !== '' && <input type="hidden" name="af" value={filter.af} />}
      {lists.map(([name, label, options]) => (
        <FieldFrame key={name} id={name} name={name} label={label}>
          <select id={name} name={name} class="form-select">
            <option value="">{log.all}</option>
            {Object.entries(options).map(([code, text]) => (
              <option key={code} value={code} selected={filter[name] === code}>
                {text}
              </option>
            ))}
          </select>
        </FieldFrame>
      ))}
      {days.map(([name, label]) => (
        <DateField
          key={name}
          id={name}
          name={name}
          label={label}
          value={filter[name]}
          optional
          error={wrong.includes(name) ? log.day : undefined}
        />
      ))}
      <div class="button-row">
        <Button kind="secondary">{log.apply}</Button>
        <ButtonLink href={PATHS.auditLog} kind="tertiary">
          {log.clear}
        </ButtonLink>
      </div>
    </form>
  );
}
