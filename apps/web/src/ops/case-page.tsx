import { Alert } from '../design/alert.js';
import { BackLink } from '../design/back-link.js';
import { Button } from '../design/buttons.js';
import { PageLayout } from '../design/page-layout.js';
import { PostForm } from '../design/post-form.js';
import { Rows } from '../design/rows.js';
import { Timeline } from '../design/timeline.js';
import { useVisit } from '../http/visit.js';
import { PATHS, resumeCasePath } from '../paths.js';
import { type OpsAuthority, type OpsJourneyDetail } from '../rest/documents.js';
import { dayAndTime } from '../words/times.js';
import { DispatchList } from './dispatch-list.js';
import { useOpsWords } from './words/ops-words.js';
import { capital } from '../words/capital.js';

export interface CasePageProps {
  readonly journey: OpsJourneyDetail;
  readonly authorities: readonly OpsAuthority[];
  /** What has come of the order to let it go on. */
  readonly resumed?: 'resumed' | 'still' | undefined;
  /** Wall time. */
  readonly now: number;
}

/** How a case runs: states, journal and dispatches, and nothing of its content. */
export function CasePage({ journey, authorities, resumed, now }: CasePageProps) {
  const { language } = useVisit();
  const { cases: words, dispatches } = useOpsWords();
  const { id, reference, definition, hash, status, states, startedAt, movedAt, journal } = journey;
  const title = words.title(reference);
  return (
    <PageLayout title={title} menu={PATHS.cases} above={<BackLink href={PATHS.cases}>{words.back}</BackLink>}>
      <h1>{title}</h1>
      {resumed && (
        <Alert
          kind={resumed === 'resumed' ? 'success' : 'warning'}
          heading={words.held[resumed]}
          firstAs="gjort"
        />
      )}
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
      {status === 'held' && (
        <section aria-labelledby="genoptag">
          <h2 id="genoptag">{words.held.resume}</h2>
          <p>{words.held.how}</p>
          <PostForm action={resumeCasePath(id)}>
            <div class="button-row">
              <Button>{words.held.resume}</Button>
            </div>
          </PostForm>
        </section>
      )}
      {journey.dispatches.length > 0 && (
        <section aria-labelledby="henvendelser">
          <h2 id="henvendelser">{dispatches.title}</h2>
          <DispatchList dispatches={journey.dispatches} authorities={authorities} now={now} />
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
