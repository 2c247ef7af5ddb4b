import { SearchForm } from '../../design/search-form.js';
import { useWords } from '../../http/visit.js';
import { PATHS } from '../../paths.js';

/** Find a life event by plain words. */
export function LifeEventSearch({ question = '' }: { readonly question?: string }) {
  const { start } = useWords();
  return (
    <SearchForm
      action={PATHS.start}
      name="q"
      label={start.ask}
      hint={start.askHint}
      value={question}
      most={200}
      button={start.search}
    />
  );
}
