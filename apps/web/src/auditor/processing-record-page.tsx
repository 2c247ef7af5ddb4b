import { dateInWords } from '#calendar';
import { nameAlone } from '#journey';
import { DataTable } from '../design/data-table.js';
import { PageLayout } from '../design/page-layout.js';
import { Rows } from '../design/rows.js';
import { useVisit } from '../http/visit.js';
import { PATHS, RECORD_FILE_PATH } from '../paths.js';
import { type ProcessingRecordDocument, type RecordedJourneyDocument } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { useAuditorWords } from './words/auditor-words.js';

/** The record of processing activities (GDPR art. 30), to be read. */
export function ProcessingRecordPage({ record }: { readonly record: ProcessingRecordDocument }) {
  const { record: words } = useAuditorWords();
  return (
    <PageLayout title={words.title} menu={PATHS.processingRecord}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p class="d-print-none">
        <a href={RECORD_FILE_PATH}>{words.download}</a>
      </p>
      {record.journeys.length === 0 && <p>{words.none}</p>}
      {record.journeys.map(journey => (
        <RecordedJourney key={journey.id} journey={journey} />
      ))}
    </PageLayout>
  );
}

function RecordedJourney({ journey }: { readonly journey: RecordedJourneyDocument }) {
  const { language } = useVisit();
  const { record: words } = useAuditorWords();
  const { id, title, effective, purpose, persons, asked, retention, retentionSource, recipients } = journey;
  const listed = (all: readonly string[]): string => (all.length === 0 ? words.nothing : all.join(', '));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="form-hint">{words.since(dateInWords(effective)[language])}</p>
      <Rows
        rows={[
          { label: words.purpose, value: purpose },
          { label: words.persons, value: capital(persons.join('; ')) },
          { label: words.asked, value: listed(asked) },
          {
            label: words.retention,
            value: (
              <>
                {capital(retention)}
                {/* Of Danish law, whatever the page's language. */}
                {retentionSource !== undefined && <div lang="da">{retentionSource}</div>}
              </>
            ),
          },
        ]}
      />
      {recipients.length > 0 && (
        <DataTable
          caption={words.recipients(title)}
          columns={words.columns}
          rows={recipients.map(({ service, authorityName, purpose: why, categories, ground }) => ({
            key: service,
            cells: [nameAlone(authorityName), why, listed(categories), ground ?? '–'],
          }))}
        />
      )}
    </section>
  );
}
