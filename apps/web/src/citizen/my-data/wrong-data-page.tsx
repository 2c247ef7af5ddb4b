import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type AuthorityContactDocument } from '../../rest/documents.js';
import { ComplaintLines } from '../corrections/complaint-lines.js';
import { ContactLines } from '../help/contact-lines.js';

export interface WrongDataPageProps {
  readonly authorities: readonly AuthorityContactDocument[];
  /** Id of the authority that was given the data; undefined when somebody asks in general. */
  readonly asked: string | undefined;
}

/** The right to rectification (GDPR art. 16): which authority one turns to, and what to expect of it. */
export function WrongDataPage({ authorities, asked }: WrongDataPageProps) {
  const { words } = useVisit();
  const { wrongData } = words;
  const found = authorities.find(({ authority }) => authority === asked);
  return (
    <PageLayout
      title={wrongData.title}
      menu={PATHS.myData}
      above={<BackLink href={PATHS.myData}>{words.myData.title}</BackLink>}
    >
      <h1>{wrongData.title}</h1>
      <p class="lead">{wrongData.lead}</p>
      {found && (
        <>
          <h2>{wrongData.turnTo(found.name)}</h2>
          <ContactLines contact={found.contact} />
        </>
      )}
      {asked !== undefined && !found && <p>{wrongData.noContact}</p>}
      <h2>{wrongData.how}</h2>
      <ol>
        {wrongData.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{wrongData.right}</p>
      <ComplaintLines />
      <p>{wrongData.answers}</p>
      <p>
        <a href={PATHS.help}>{wrongData.all}</a>
      </p>
    </PageLayout>
  );
}
