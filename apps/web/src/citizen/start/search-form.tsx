import { Button } from '../../design/buttons.js';
import { TextField } from '../../design/fields/text-field.js';
import { useWords } from '../../http/visit.js';
import { PATHS } from '../../paths.js';

/** Ask by plain words. */
export function SearchForm({ question }: { readonly question: string }) {
  const words = useWords();
  return (
    <form method="get" action={PATHS.start} role="search" class="search-form">
      <TextField
        id="q"
        name="q"
        label={words.start.ask}
        hint={words.start.askHint}
        type="search"
        value={question}
        most={200}
      />
      <Button>{words.start.search}</Button>
    </form>
  );
}
