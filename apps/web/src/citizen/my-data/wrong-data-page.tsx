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
  const { correction } = words;
  const found = authorities.find(({ authority }) => authority === asked);
  return (
    <PageLayout
      title={correction.title}
      menu={PATHS.myData}
      above={<BackLink href={PATHS.myData}>{words.myData.title}</BackLink>}
    >
      <h1>{correction.title}</h1>
      <p class="lead">{correction.lead}</p>
      {found && (
        <>
          <h2>{correction.turnTo(found.name)}</h2>
          <ContactLines contact={found.contact} />
        </>
      )}
      {asked !== undefined && !found && <p>{correction.noContact}</p>}
      <h2>{correction.how}</h2>
      <ol>
        {correction.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{correction.right}</p>
      <ComplaintLines />
      <p>{correction.answers}</p>
      <p>
        <a href={PATHS.help}>{correction.all}</a>
      </p>
    </PageLayout>
  );
}
