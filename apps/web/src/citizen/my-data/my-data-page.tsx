import { EarlierLink } from '../../design/earlier-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { journeyPath, PATHS } from '../../paths.js';
import { type DisclosureDocument, type DisclosurePage } from '../../rest/documents.js';
import { dayAndTime } from '../../words/times.js';
import { BackToJourney } from '../journey/back-to-journey.js';

export interface MyDataPageProps {
  readonly page: DisclosurePage;
  /** Of this journey alone. */
  readonly journey: string | undefined;
}

/** Who got which data, when, for what, on which ground. */
export function MyDataPage({ page, journey }: MyDataPageProps) {
  const { words } = useVisit();
  const { items, next } = page;
  const title = items[0]?.title;
  return (
    <PageLayout
      title={words.myData.title}
      menu={PATHS.myData}
      above={
        journey !== undefined && title !== undefined && <BackToJourney journey={{ id: journey, title }} />
      }
    >
      <h1>{words.myData.title}</h1>
      <p class="lead">{words.myData.lead}</p>
      {items.length === 0 && <p>{words.myData.empty}</p>}
      <ol class="timeline nobullet-list">
        {items.map((item, index) => (
          <Disclosure key={`${item.at} ${index}`} item={item} />
        ))}
      </ol>
      <EarlierLink path={PATHS.myData} next={next} journey={journey} />
    </PageLayout>
  );
}

function Disclosure({ item }: { readonly item: DisclosureDocument }) {
  const { words, language } = useVisit();
  const { at, text, authorityName, categories, ground, gdpr, title, journey, stage, aboutYou, doneForYou } =
    item;
  return (
    <li>
      <p class="timeline-when">
        <time dateTime={at}>{dayAndTime(at, language)}</time>
        {title !== undefined && journey !== undefined && (
          <>
            {' · '}
            <a href={journeyPath(journey)}>{title}</a>
          </>
        )}
      </p>
      <p>
        {authorityName !== undefined && <strong>{authorityName}: </strong>}
        {text}
      </p>
      {categories !== undefined && categories.length > 0 && (
        <p>{words.myData.categories(categories.map(({ name }) => name))}</p>
      )}
      {aboutYou === false && <p>{words.myData.aboutOthers}</p>}
      {ground !== undefined && <p class="form-hint">{words.myData.ground(ground, gdpr)}</p>}
      {stage !== undefined && stage !== 'given' && <p>{words.myData.stages[stage]}</p>}
      {doneForYou !== undefined && <p>{doneForYou}</p>}
    </li>
  );
}
