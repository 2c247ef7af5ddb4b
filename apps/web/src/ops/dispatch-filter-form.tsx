import { Button } from '../design/buttons.js';
import { TextField } from '../design/fields/text-field.js';
import { FieldFrame } from '../design/fields/field-frame.js';
import { PATHS } from '../paths.js';
import { useOpsWords } from './words/ops-words.js';

/** What the address of the list of dispatches may have, by name. */
export const DISPATCH_FILTERS = ['service', 'myndighed', 'aarsag', 'status'] as const;
export type DispatchFilterFields = Readonly<Partial<Record<(typeof DISPATCH_FILTERS)[number], string>>>;

/** Which dispatches are shown: by GET, so that the address says it. */
export function DispatchFilterForm({ filter }: { readonly filter: DispatchFilterFields }) {
  const { dispatches: words } = useOpsWords();
  const labels = { service: words.service, myndighed: words.authority, aarsag: words.cause } as const;
  return (
    <form method="get" action={PATHS.dispatches} class="filter-form" aria-label={words.filter}>
      {(['service', 'myndighed', 'aarsag'] as const).map(name => (
        <TextField
          key={name}
          id={name}
          name={name}
          label={labels[name]}
          value={filter[name] ?? ''}
          most={128}
        />
      ))}
      <FieldFrame id="status" name="status" label={words.status}>
        <select id="status" name="status" class="form-select">
          <option value="">{words.all}</option>
          {Object.entries(words.statuses).map(([status, text]) => (
            <option key={status} value={status} selected={filter.status === status}>
              {text}
            </option>
          ))}
        </select>
      </FieldFrame>
      <Button kind="secondary">{words.apply}</Button>
    </form>
  );
}
