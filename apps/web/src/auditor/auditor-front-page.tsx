import { Alert } from '../design/alert.js';
import { Button } from '../design/buttons.js';
import { DataTable } from '../design/data-table.js';
import { ErrorSummary } from '../design/error-summary.js';
import { PageLayout } from '../design/page-layout.js';
import { PostForm } from '../design/post-form.js';
import { Rows } from '../design/rows.js';
import { FRONT_PATHS } from '../faces.js';
import { useVisit } from '../http/visit.js';
import { PATHS } from '../paths.js';
import { type ChainsDocument } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { LOCALES } from '../words/locales.js';
import { dayAndTime } from '../words/times.js';
import { CaseLookupForm, type TypedLookup } from './case-lookup-form.js';
import { ReportView } from './report-view.js';
import { useAuditorWords } from './words/auditor-words.js';

export interface AuditorFrontPageProps {
  readonly chains: ChainsDocument;
  /** A verification has just been begun. */
  readonly begun?: boolean;
  /** A lookup that cannot be done. */
  readonly typed?: TypedLookup;
}

/** Whether the log is as it should be, and the ways on from there. */
export function AuditorFrontPage({ chains, begun = false, typed }: AuditorFrontPageProps) {
  const words = useAuditorWords();
  const { verifying, lookUp } = words;
  const faults = Object.entries(typed?.faults ?? {}).map(([field, text]) => ({ href: `#${field}`, text }));
  const isUnderWay = chains.verifications[0] !== undefined && chains.verifications[0].report === undefined;
  return (
    <PageLayout title={words.title} menu={FRONT_PATHS.auditor} faulty={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {begun && (
        <Alert kind="info" live>
          <p class="alert-text">{verifying.begun}</p>
        </Alert>
      )}
      <section aria-labelledby="chains">
        <h2 id="chains">{words.chains.title}</h2>
        <p>{words.chains.lead}</p>
        <Standing chains={chains} />
      </section>
      <section aria-labelledby="verifying">
        <h2 id="verifying">{verifying.title}</h2>
        <p>{verifying.lead}</p>
        <PostForm action={PATHS.verifications}>
          <div class="button-row">
            <Button>{verifying.button}</Button>
          </div>
        </PostForm>
        <div data-part="verifications" data-refresh={isUnderWay ? '15' : undefined}>
          <Verifications chains={chains} />
        </div>
      </section>
      <section aria-labelledby="look-up">
        <h2 id="look-up">{lookUp.title}</h2>
        <p>{lookUp.lead}</p>
        <CaseLookupForm typed={typed} />
      </section>
    </PageLayout>
  );
}

function Standing({
  chains: { chains, entries, sealedAt, waiting, waitingSince },
}: {
  readonly chains: ChainsDocument;
}) {
  const { language } = useVisit();
  const { chains: words } = useAuditorWords();
  const figure = (count: number) => count.toLocaleString(LOCALES[language]);
  return (
    <Rows
      rows={[
        { label: words.count, value: figure(chains) },
        { label: words.entries, value: figure(entries) },
        {
          label: words.sealed,
          value: sealedAt === undefined ? words.never : capital(dayAndTime(sealedAt, language)),
        },
        {
          label: words.waiting,
          value:
            waitingSince === undefined
              ? words.nothingWaits
              : words.waits(waiting, dayAndTime(waitingSince, language)),
        },
      ]}
    />
  );
}

function Verifications({ chains: { verifications } }: { readonly chains: ChainsDocument }) {
  const { language } = useVisit();
  const { verifying: words } = useAuditorWords();
  if (verifications.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <h3>{words.earlier}</h3>
      <DataTable
        caption={words.earlier}
        columns={words.columns}
        rows={verifications.map(({ startedAt, finishedAt, report }) => ({
          key: startedAt,
          cells: [
            capital(dayAndTime(startedAt, language)),
            finishedAt === undefined ? '–' : capital(dayAndTime(finishedAt, language)),
            report ? <ReportView report={report} /> : words.notFinished,
          ],
        }))}
      />
    </>
  );
}
