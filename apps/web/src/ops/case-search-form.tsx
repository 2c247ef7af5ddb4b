import { Button } from '../design/buttons.js';
import { TextField } from '../design/fields/text-field.js';
import { PATHS } from '../paths.js';
import { useOpsWords } from './words/ops-words.js';

/** Find a case by the number that is read out. */
export function CaseSearchForm({ value = '', error }: { readonly value?: string; readonly error?: string }) {
  const { find } = useOpsWords();
  return (
    <form method="get" action={PATHS.cases} role="search" class="search-form" noValidate>
      <TextField
        id="nummer"
        name="nummer"
        label={find.label}
        hint={find.hint}
        value={value}
        error={error}
        most={64}
      />
      <Button>{find.find}</Button>
    </form>
  );
}
