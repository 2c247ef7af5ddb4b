import { nameAlone } from '#journey';
import { Button, ButtonLink } from '../design/buttons.js';
import { FieldFrame } from '../design/fields/field-frame.js';
import { PATHS } from '../paths.js';
import { type OpsAuthority } from '../rest/documents.js';
import { useOpsWords } from './words/ops-words.js';

/** What the address of the list of dispatches may have, by name. */
export const DISPATCH_FILTERS = ['service', 'myndighed', 'aarsag', 'status'] as const;
export type DispatchFilterFields = Readonly<Partial<Record<(typeof DISPATCH_FILTERS)[number], string>>>;

/** Stands among the statuses: accepted, and past the authority's maximum time. */
export const OVERDUE = 'overdue';

interface DispatchFilterFormProps {
  readonly filter: DispatchFilterFields;
  readonly authorities: readonly OpsAuthority[];
}

/** Which dispatches are shown: by GET, so that the address says it. */
export function DispatchFilterForm({ filter, authorities }: DispatchFilterFormProps) {
  const { dispatches: words, causes } = useOpsWords();
  const services = authorities.flatMap(authority => authority.services).toSorted();
  // A role that many take is asked of none by its name.
  const asked = authorities.filter(({ heldBy }) => heldBy === undefined || heldBy === 'country');
  const fields: readonly (readonly [keyof DispatchFilterFields, string, readonly Option[]])[] = [
    ['service', words.service, services.map(id => [id, id])],
    ['myndighed', words.authority, asked.map(({ id, name }) => [id, nameAlone(name)])],
    ['aarsag', words.cause, Object.entries(causes)],
    ['status', words.status, [...Object.entries(words.statuses), [OVERDUE, words.overdue]]],
  ];
  return (
    <form method="get" action={PATHS.dispatches} class="filter-form" aria-label={words.filter}>
      {fields.map(([name, label, options]) => (
        <FieldFrame key={name} id={name} name={name} label={label}>
          <select id={name} name={name} class="form-select">
            <option value="">{words.all}</option>
            {withChosen(options, filter[name]).map(([code, text]) => (
              <option key={code} value={code} selected={filter[name] === code}>
                {text}
              </option>
            ))}
          </select>
        </FieldFrame>
      ))}
      <Button kind="secondary">{words.apply}</Button>
      {Object.keys(filter).length > 0 && (
        <ButtonLink href={PATHS.dispatches} kind="tertiary">
          {words.clear}
        </ButtonLink>
      )}
    </form>
  );
}

type Option = readonly [code: string, text: string];

/** What the address says is never passed over in silence. */
function withChosen(options: readonly Option[], chosen: string | undefined): readonly Option[] {
  const isKnown = chosen === undefined || options.some(([code]) => code === chosen);
  return isKnown ? options : [...options, [chosen, chosen]];
}
