import { SearchForm } from '../design/search-form.js';
import { PATHS } from '../paths.js';
import { useOpsWords } from './words/ops-words.js';

/** Find a case by the number that is read out. */
export function CaseSearch({ number = '', error }: { readonly number?: string; readonly error?: string }) {
  const { find } = useOpsWords();
  return (
    <SearchForm
      action={PATHS.cases}
      name="nummer"
      label={find.label}
      hint={find.hint}
      value={number}
      most={64}
      button={find.find}
      error={error}
    />
  );
}
