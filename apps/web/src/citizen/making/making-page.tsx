import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useWords } from '../../http/visit.js';
import { beforeStartPath, PATHS } from '../../paths.js';
import { type DefinitionDocument } from '../../rest/documents.js';
import { DeadlineList } from './deadline-list.js';

/** How rules and journeys are made, and how one takes part; shown by the deadlines of one journey. */
export function MakingPage({ shown }: { readonly shown?: DefinitionDocument | undefined }) {
  const words = useWords();
  const { title, lead, leaves, sections, deadlines } = words.making;
  return (
    <PageLayout title={title} above={<BackLink href={PATHS.help}>{words.help.title}</BackLink>}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {sections.map(({ heading, text, links }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {text.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {links.length > 0 && (
            <ul>
              {links.map(link => (
                <li key={link.text}>
                  <a href={link.href} rel="noreferrer">
                    {link.text}
                    <span class="sr-only"> ({leaves})</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {shown && (
        <section data-part="deadlines">
          <h2>{deadlines.heading(shown.title)}</h2>
          <p>
            {deadlines.lead} <a href={PATHS.start}>{words.start.all}</a>
          </p>
          <DeadlineList deadlines={shown.deadlines} />
          <p>
            <a href={beforeStartPath(shown.id)}>{words.journey.back(shown.title)}</a>
          </p>
        </section>
      )}
    </PageLayout>
  );
}
