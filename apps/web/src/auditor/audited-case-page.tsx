import { BackLink } from '../design/back-link.js';
import { PageLayout } from '../design/page-layout.js';
import { FRONT_PATHS } from '../faces.js';
import { type AuditedCaseDocument } from '../rest/documents.js';
import { AuditTable } from './audit-table.js';
import { ReportView } from './report-view.js';
import { useAuditorWords } from './words/auditor-words.js';

/** What was done with a case by those who work here, and whether its chains are proven. */
export function AuditedCasePage({ found }: { readonly found: AuditedCaseDocument }) {
  const { lookUp: words, log } = useAuditorWords();
  const { reference, entries, report } = found;
  return (
    <PageLayout
      title={words.found(reference)}
      menu={FRONT_PATHS.auditor}
      above={<BackLink href={FRONT_PATHS.auditor}>{words.back}</BackLink>}
    >
      <h1>{words.found(reference)}</h1>
      <h2>{words.chains}</h2>
      <p>
        <ReportView report={report} />
      </p>
      <h2>{words.log}</h2>
      {entries.length === 0 ? <p>{log.none}</p> : <AuditTable entries={entries} />}
    </PageLayout>
  );
}
