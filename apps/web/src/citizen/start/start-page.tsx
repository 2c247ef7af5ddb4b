import { Card } from '../../design/card.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { beforeStartPath, PATHS } from '../../paths.js';
import { type DefinitionPage } from '../../rest/documents.js';
import { SearchForm } from './search-form.js';

/** Which life event am I in: a question in plain words, and the list. */
export function StartPage({ question, page }: { readonly question: string; readonly page: DefinitionPage }) {
  const { words } = useVisit();
  const { items, note } = page;
  const isFound = question !== '' && note === undefined;
  return (
    <PageLayout title={words.start.title} menu={PATHS.start}>
      <h1>{words.start.what}</h1>
      <SearchForm question={question} />
      <h2>{isFound ? words.start.found : words.start.all}</h2>
      {note !== undefined && <p>{note}</p>}
      {items.map(({ id, title, summary }) => (
        <Card key={id} heading={<a href={beforeStartPath(id)}>{title}</a>}>
          {summary !== undefined && <p>{summary}</p>}
        </Card>
      ))}
      {isFound && (
        <p>
          <a href={PATHS.start}>{words.start.showAll}</a>
        </p>
      )}
    </PageLayout>
  );
}
