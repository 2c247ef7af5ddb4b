import { nameAlone } from '#journey';
import { DataTable } from '../design/data-table.js';
import { useVisit } from '../http/visit.js';
import { incidentPath } from '../paths.js';
import { type OpsIncident } from '../rest/documents.js';
import { capital } from '../words/capital.js';
import { sinceInWords } from '../words/since.js';
import { dayAndTime } from '../words/times.js';
import { ServiceOf } from './service-of.js';
import { useOpsWords } from './words/ops-words.js';

/** What fails, by service and cause. */
export function IncidentTable({
  incidents,
  now,
}: {
  readonly incidents: readonly OpsIncident[];
  /** Wall time. */
  readonly now: number;
}) {
  const { language } = useVisit();
  const { failing: words, causes } = useOpsWords();
  if (incidents.length === 0) return <p>{words.none}</p>;
  return (
    <DataTable
      caption={words.lead}
      columns={words.columns}
      rows={incidents.map(incident => ({
        key: `${incident.service} ${incident.cause}`,
        cells: [
          <ServiceOf service={incident.service}>
            {nameAlone(incident.authorityName)}
            {incident.authorities.length > 1 && ` (${words.at(incident.authorities.length)})`}
          </ServiceOf>,
          causes[incident.cause] ?? incident.cause,
          String(incident.parked),
          String(incident.waiting),
          String(incident.journeys),
          capital(dayAndTime(incident.firstSeenAt, language)),
          incident.nextAttemptAt === undefined
            ? words.noAttempt
            : sinceInWords(incident.nextAttemptAt, now, language),
          <a href={incidentPath(incident.service, incident.cause)}>
            {words.see}
            <span class="sr-only">
              : {incident.service}, {causes[incident.cause] ?? incident.cause}
            </span>
          </a>,
        ],
      }))}
    />
  );
}
