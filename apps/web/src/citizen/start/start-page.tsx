import { type Language } from '#journey';
import { Card } from '../../design/card.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { beforeStartPath, PATHS } from '../../paths.js';
import { type DefinitionPage } from '../../rest/documents.js';
import { LifeEventSearch } from './life-event-search.js';

function byTitle(items: DefinitionPage['items'], language: Language): DefinitionPage['items'] {
  return items.toSorted((one, other) => one.title.localeCompare(other.title, language));
}

type Because = NonNullable<DefinitionPage['items'][number]['because']>;

/** Each word once, however many places it was found in. */
function yourWords(because: Because = []): readonly string[] {
  return [...new Set(because.flatMap(({ words }) => words))];
}

/** Which life event am I in: a question in plain words, and the list. */
export function StartPage({ question, page }: { readonly question: string; readonly page: DefinitionPage }) {
  const { words, language, visitor } = useVisit();
  const { items, note } = page;
  const isFound = question !== '' && note === undefined;
  const reasons = items.map(({ because }) => yourWords(because));
  // What is the reason for each of them is said once.
  const [shared] = items.length > 1 && new Set(reasons.map(String)).size === 1 ? reasons : [];
  return (
    <PageLayout title={words.start.title} menu={PATHS.start}>
      <h1>{words.start.what}</h1>
      <LifeEventSearch question={question} />
      <h2>{isFound ? words.start.found : words.start.all}</h2>
      {note !== undefined && <p>{note}</p>}
      {shared && shared.length > 0 && <p>{words.start.because(shared)}</p>}
      {visitor?.actsFor && <p>{words.mandates.startsFor(visitor.actsFor.name)}</p>}
      {(isFound ? items : byTitle(items, language)).map(({ id, title, summary, because = [] }) => (
        <Card key={id} heading={<a href={beforeStartPath(id)}>{title}</a>}>
          {summary !== undefined && <p>{summary}</p>}
          {!shared && because.length > 0 && <p>{words.start.because(yourWords(because))}</p>}
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
