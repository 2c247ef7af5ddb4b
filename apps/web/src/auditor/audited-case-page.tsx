import { BackLink } from '../design/back-link.js';
import { Button } from '../design/buttons.js';
import { PageLayout } from '../design/page-layout.js';
import { PostForm } from '../design/post-form.js';
import { FRONT_PATHS } from '../faces.js';
import { useWords } from '../http/visit.js';
import { AUDITED_CASE_FILE_PATH, PATHS } from '../paths.js';
import { type AuditedCaseDocument } from '../rest/documents.js';
import { AuditTable } from './audit-table.js';
import { ReportView } from './report-view.js';
import { useAuditorWords } from './words/auditor-words.js';

export interface AuditedCasePageProps {
  readonly found: AuditedCaseDocument;
  /** Why it is looked up, which is said again by whoever goes on. */
  readonly reason: string;
}

/** What was done with a case by those who work here, and on the first page whether its chains are proven. */
export function AuditedCasePage({ found, reason }: AuditedCasePageProps) {
  const { lookUp: words } = useAuditorWords();
  const { reference, journey, entries, report } = found;
  return (
    <PageLayout
      title={words.found(reference)}
      menu={FRONT_PATHS.auditor}
      above={<BackLink href={FRONT_PATHS.auditor}>{words.back}</BackLink>}
    >
      <h1>{words.found(reference)}</h1>
      <p>{words.lookedUp(reason)}</p>
      {report && (
        <>
          <h2>{words.chains}</h2>
          <p>
            <ReportView report={report} />
          </p>
        </>
      )}
      <h2>{words.log}</h2>
      {entries.length === 0 ? <p>{words.none}</p> : <AuditTable entries={entries} of={journey} />}
      <WaysOn found={found} reason={reason} />
    </PageLayout>
  );
}

/** Posted as the look-up was, so that the reason stands in no address. */
function WaysOn({ found: { reference, next }, reason }: AuditedCasePageProps) {
  const { earlier } = useWords();
  const { lookUp: words, log } = useAuditorWords();
  const again = { sagsnummer: reference, begrundelse: reason };
  return (
    <div class="d-print-none">
      {next !== undefined && (
        <PostForm action={PATHS.auditedCase} hidden={{ ...again, efter: next }}>
          <div class="button-row">
            <Button kind="secondary" describedBy="opslag">
              {earlier}
            </Button>
          </div>
        </PostForm>
      )}
      <PostForm action={AUDITED_CASE_FILE_PATH} hidden={again}>
        <div class="button-row">
          <Button kind="secondary" describedBy="opslag">
            {log.download}
          </Button>
        </div>
      </PostForm>
      <p id="opslag" class="form-hint">
        {words.again}
      </p>
    </div>
  );
}
