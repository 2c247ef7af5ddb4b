import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { AuthorityIndex, type AuthorityIndexProps } from './authority-index.js';
import { Questions } from './questions.js';

/** Whom to ask: without a computer, and authority by authority. */
export function HelpPage({ authorities, name }: AuthorityIndexProps) {
  const { words } = useVisit();
  return (
    <PageLayout title={words.help.title} menu={PATHS.help}>
      <h1>{words.help.title}</h1>
      <p class="lead">{words.help.lead}</p>
      {words.help.ways.map(({ heading, text }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <p>{text}</p>
        </section>
      ))}
      <Questions />
      <p>
        <a href={PATHS.making}>{words.making.title}</a>
      </p>
      <AuthorityIndex authorities={authorities} name={name} />
    </PageLayout>
  );
}
