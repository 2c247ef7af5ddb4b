import { nameAlone } from '#journey';
import { Details } from '../design/details.js';
import { PageLayout } from '../design/page-layout.js';
import { FRONT_PATHS } from '../faces.js';
import { useVisit } from '../http/visit.js';
import { authorityPath, heldCasesPath, PATHS } from '../paths.js';
import { type OpsAuthority, type OpsHeldJourneys, type OpsIncidentPage } from '../rest/documents.js';
import { dayAndTime } from '../words/times.js';
import { AuthorityTile, authorityStandingOf } from './authority-tile.js';
import { CaseSearch } from './case-search.js';
import { FiguresNote } from './figures-note.js';
import { IncidentTable } from './incident-table.js';
import { useOpsWords } from './words/ops-words.js';

export interface OpsFrontPageProps {
  readonly authorities: readonly OpsAuthority[];
  /** The first of them. */
  readonly failing: OpsIncidentPage;
  readonly held: OpsHeldJourneys;
  /** Instant at which it was read. */
  readonly now: number;
}

/** How everything runs, on one page: what fails, whom it waits for, and where to look further. */
export function OpsFrontPage({ authorities, failing, held, now }: OpsFrontPageProps) {
  const words = useOpsWords();
  const busy = authorities
    .filter(authority => authorityStandingOf(authority) !== 'calm')
    .toSorted(worstFirst);
  const calm = authorities.filter(authority => authorityStandingOf(authority) === 'calm');
  return (
    <PageLayout title={words.title} menu={FRONT_PATHS.ops}>
      <h1>{words.title}</h1>
      <FiguresNote now={now} />
      <section aria-labelledby="failing" data-refresh="30">
        <h2 id="failing">{words.failing.title}</h2>
        <div data-part="failing">
          <IncidentTable incidents={failing.items} now={now} />
          {failing.next !== undefined && (
            <p>
              <a href={PATHS.failing}>{words.failing.all}</a>
            </p>
          )}
        </div>
      </section>
      <section aria-labelledby="held">
        <h2 id="held">{words.cases.held.title}</h2>
        <div data-part="held">
          <HeldCount held={held} />
        </div>
      </section>
      <section aria-labelledby="find">
        <h2 id="find">{words.find.title}</h2>
        <CaseSearch />
      </section>
      <section aria-labelledby="authorities">
        <h2 id="authorities">{words.authorities.title}</h2>
        <p>{words.authorities.lead}</p>
        <div data-part="authorities">
          {busy.length === 0 ? (
            <p>{words.authorities.allCalm}</p>
          ) : (
            <div class="tiles">
              {busy.map(authority => (
                <AuthorityTile key={authority.id} authority={authority} />
              ))}
            </div>
          )}
          <Details summary={words.authorities.calm(calm.length)}>
            <ul>
              {calm.map(({ id, name }) => (
                <li key={id}>
                  <a href={authorityPath(id)}>{nameAlone(name)}</a>
                </li>
              ))}
            </ul>
          </Details>
        </div>
      </section>
      <section aria-labelledby="elsewhere">
        <h2 id="elsewhere">{words.links.title}</h2>
        <ul>
          <li>
            <a href={PATHS.queues}>{words.links.queues}</a>
          </li>
          <li>
            <a href={PATHS.documentation}>{words.links.documentation}</a>
          </li>
        </ul>
      </section>
    </PageLayout>
  );
}

function HeldCount({ held: { count, since } }: Pick<OpsFrontPageProps, 'held'>) {
  const { language } = useVisit();
  const { held: words } = useOpsWords().cases;
  if (since === undefined) return <p>{words.none}</p>;
  return (
    <p>
      {words.count(count, dayAndTime(since, language))} <a href={heldCasesPath}>{words.see(count)}</a>
    </p>
  );
}

function worstFirst(one: OpsAuthority, other: OpsAuthority): number {
  return (
    other.failing - one.failing ||
    Number(other.paused) - Number(one.paused) ||
    other.overdue - one.overdue ||
    Date.parse(one.oldestAt ?? '9999-12-31') - Date.parse(other.oldestAt ?? '9999-12-31')
  );
}
