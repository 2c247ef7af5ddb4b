import { Details } from '../../design/details.js';
import { EarlierLink } from '../../design/earlier-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import {
  CORRECTIONS_PATH,
  EXPORT_FILE_PATH,
  EXPORT_PATH,
  PATHS,
  PROOF_FILE_PATH,
  wrongDataPath,
} from '../../paths.js';
import { type DisclosurePage } from '../../rest/documents.js';
import { ComplaintLines } from '../corrections/complaint-lines.js';
import { BackToJourney } from '../journey/back-to-journey.js';
import { DisclosureList } from './disclosure-list.js';

export interface MyDataPageProps {
  readonly page: DisclosurePage;
  /** Of this journey alone. */
  readonly journey: string | undefined;
}

/** Who got which data, when, for what, on which ground; and what somebody can take home of it. */
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
      <DisclosureList items={items} />
      <EarlierLink path={PATHS.myData} next={next} journey={journey} />
      <Rights />
      {journey === undefined && <TakeHome />}
    </PageLayout>
  );
}

/** What somebody can do when their data are wrong, or were used wrongly. */
function Rights() {
  const { words } = useVisit();
  return (
    <section class="d-print-none">
      <h2>{words.myData.wrong}</h2>
      <p>{words.myData.wrongLead}</p>
      <ul class="nobullet-list">
        <li>
          <a href={CORRECTIONS_PATH}>{words.myData.corrections}</a>
        </li>
        <li>
          <a href={wrongDataPath()}>{words.myData.inGeneral}</a>
        </li>
      </ul>
      <h2>{words.myData.complaint}</h2>
      <p>{words.myData.complaintLead}</p>
      <ComplaintLines />
    </section>
  );
}

function TakeHome() {
  const { words } = useVisit();
  return (
    <section class="d-print-none">
      <h2>{words.myData.takeHome}</h2>
      <p>{words.myData.takeHomeLead}</p>
      <ul class="nobullet-list">
        <li>
          <a href={EXPORT_PATH}>{words.myData.seeCopy}</a>
        </li>
        <li>
          <a href={EXPORT_FILE_PATH} download>
            {words.myData.fetchCopy}
          </a>
        </li>
        <li>
          <a href={PROOF_FILE_PATH} download>
            {words.myData.fetchProof}
          </a>
        </li>
      </ul>
      <Details summary={words.myData.aboutProof}>
        {words.myData.proofText.map(text => (
          <p key={text}>{text}</p>
        ))}
      </Details>
    </section>
  );
}
