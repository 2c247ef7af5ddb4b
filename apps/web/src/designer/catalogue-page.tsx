import { dateInWords } from '#calendar';
import { Alert } from '../design/alert.js';
import { DataTable } from '../design/data-table.js';
import { PageLayout } from '../design/page-layout.js';
import { FRONT_PATHS } from '../faces.js';
import { useVisit } from '../http/visit.js';
import { picturePath, versionPath } from '../paths.js';
import { type CatalogueJourney, type CatalogueJourneyPage } from '../rest/documents.js';
import { appraisalWords } from './appraisal-words.js';
import { versionStandingOf } from './version-standing.js';
import { useDesignerWords } from './words/designer-words.js';

/** Every journey with its versions, who is under way, and how good it is. */
export function CataloguePage({
  page,
  today,
}: {
  readonly page: CatalogueJourneyPage;
  readonly today: string;
}) {
  const { face } = useVisit();
  const words = useDesignerWords();
  const isUnderWay = page.items.some(({ appraisal }) => appraisal.status === 'underWay');
  return (
    <PageLayout title={words.title} menu={FRONT_PATHS.designer}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {face === 'approver' && (
        <Alert kind="info" heading={words.approver.title}>
          <p class="alert-text">{words.approver.text}</p>
        </Alert>
      )}
      <div data-part="journeys" data-refresh={isUnderWay ? '15' : undefined}>
        {page.items.length === 0 ? <p>{words.none}</p> : <JourneyTable journeys={page.items} today={today} />}
      </div>
      {page.next !== undefined && (
        <p>
          <a href={`${FRONT_PATHS.designer}?${new URLSearchParams({ efter: page.next }).toString()}`}>
            {words.more}
          </a>
        </p>
      )}
    </PageLayout>
  );
}

function JourneyTable({
  journeys,
  today,
}: {
  readonly journeys: readonly CatalogueJourney[];
  readonly today: string;
}) {
  const { language } = useVisit();
  const words = useDesignerWords();
  const byTitle = journeys.toSorted((one, other) => one.title.localeCompare(other.title, language));
  return (
    <DataTable
      caption={words.lead}
      columns={words.columns}
      rows={byTitle.map(journey => {
        const { id, title, versions, inForce, appraisal } = journey;
        const shown = inForce ?? versions.at(-1)!.hash;
        const said = appraisalWords(appraisal, words);
        const underWay = versions.reduce((sum, version) => sum + version.underWay, 0);
        return {
          key: id,
          cells: [
            <a href={versionPath(shown)}>{title}</a>,
            <Versions journey={journey} today={today} />,
            words.version.underWay(underWay),
            said.walked,
            said.score,
            said.check,
            <a href={picturePath(shown)}>
              {words.columns[6]}
              <span class="sr-only">: {title}</span>
            </a>,
          ],
        };
      })}
    />
  );
}

function Versions({ journey, today }: { readonly journey: CatalogueJourney; readonly today: string }) {
  const { language } = useVisit();
  const words = useDesignerWords();
  return (
    <ul class="nobullet-list">
      {journey.versions.map(version => (
        <li key={version.hash}>
          <a href={versionPath(version.hash)}>
            {words.version.from(dateInWords(version.effective)[language])}
          </a>
          {` (${words.version[versionStandingOf(version, journey.inForce, today)]}${
            version.underWay > 0 ? `, ${words.version.underWay(version.underWay)}` : ''
          })`}
        </li>
      ))}
    </ul>
  );
}
