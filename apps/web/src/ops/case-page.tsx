import { BackLink } from '../design/back-link.js';
import { PageLayout } from '../design/page-layout.js';
import { Rows } from '../design/rows.js';
import { Timeline } from '../design/timeline.js';
import { useVisit } from '../http/visit.js';
import { PATHS } from '../paths.js';
import { type OpsJourneyDetail } from '../rest/documents.js';
import { dayAndTime } from '../words/times.js';
import { DispatchList } from './dispatch-list.js';
import { useOpsWords } from './words/ops-words.js';
import { capital } from '../words/capital.js';

/** How a case runs: states, journal and dispatches, and nothing of its content. */
export function CasePage({ journey, now }: { readonly journey: OpsJourneyDetail; readonly now: number }) {
  const { language } = useVisit();
  const { cases: words, dispatches } = useOpsWords();
  const { id, reference, definition, hash, status, states, startedAt, movedAt, journal } = journey;
  const title = words.title(reference);
  return (
    <PageLayout title={title} menu={PATHS.cases} above={<BackLink href={PATHS.cases}>{words.back}</BackLink>}>
      <h1>{title}</h1>
      <p>{words.lead}</p>
      <Rows
        rows={[
          { label: words.facts.status, value: words.statuses[status] ?? status },
          { label: words.facts.definition, value: `${definition} (${hash.slice(0, 12)})` },
          { label: words.facts.started, value: capital(dayAndTime(startedAt, language)) },
          { label: words.facts.moved, value: capital(dayAndTime(movedAt, language)) },
          {
            label: words.facts.states,
            value:
              states.length === 0 ? (
                words.noStates
              ) : (
                <ul class="nobullet-list">
                  {states.map(state => (
                    <li key={state}>
                      <code>{state}</code>
                    </li>
                  ))}
                </ul>
              ),
          },
          { label: words.facts.id, value: <code>{id}</code> },
        ]}
      />
      {journey.dispatches.length > 0 && (
        <section aria-labelledby="henvendelser">
          <h2 id="henvendelser">{dispatches.title}</h2>
          <DispatchList dispatches={journey.dispatches} now={now} />
        </section>
      )}
      <section aria-labelledby="haendt">
        <h2 id="haendt">{words.journal}</h2>
        <Timeline
          items={journal.toReversed().map(({ seq, at, kind, subject, entered }) => ({
            id: String(seq),
            at,
            when: dayAndTime(at, language),
            text: `${words.kinds[kind] ?? kind}: ${subject}`,
            after: entered,
          }))}
        />
      </section>
    </PageLayout>
  );
}
