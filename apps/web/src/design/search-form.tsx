import { describedBy, FieldFrame, type FieldProps } from './fields/field-frame.js';

export interface SearchFormProps {
  /** Where it is looked for. */
  readonly action: string;
  /** Name of what is looked for in the address, and id of the field. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Characters. */
  readonly most: number;
  /** What the button says. */
  readonly button: string;
  readonly error?: string | undefined;
}

/** DKFDS *search field* (søgefelt), with its label to be seen: what one may look for is not clear from the button alone. */
export function SearchForm({ action, value, most, button, ...said }: SearchFormProps) {
  const field: FieldProps = { id: said.name, ...said };
  return (
    <form method="get" action={action} role="search" class="search-form">
      <FieldFrame {...field}>
        <div class="search">
          <input
            id={field.id}
            name={field.name}
            class="form-input"
            type="search"
            value={value}
            maxLength={most}
            aria-invalid={field.error === undefined ? undefined : 'true'}
            aria-describedby={describedBy(field)}
          />
          <button type="submit" class="button button-search">
            {button}
          </button>
        </div>
      </FieldFrame>
    </form>
  );
}
