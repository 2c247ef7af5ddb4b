import { type ComponentChildren } from 'preact';
import { type Language } from '#journey';
import { useWords } from '../../http/visit.js';
import { describedBy, type FieldProps, GroupedField, FieldFrame } from './field-frame.js';

export interface OptionItem {
  readonly code: string;
  readonly label: string;
  /** Of the label, where it is not the page's. */
  readonly language?: Language;
}

export interface OptionsProps extends FieldProps {
  readonly options: readonly OptionItem[];
  /** Codes of those that are chosen. */
  readonly chosen: readonly string[];
  /** What stands below them. */
  readonly children?: ComponentChildren;
}

/** One of several. */
export function Radios(props: OptionsProps) {
  return <Options kind="radio" {...props} />;
}

/** Any of several. */
export function Boxes(props: OptionsProps) {
  return <Options kind="checkbox" {...props} />;
}

function Options({
  kind,
  options,
  chosen,
  children,
  ...field
}: OptionsProps & { readonly kind: 'radio' | 'checkbox' }) {
  return (
    <GroupedField {...field}>
      {options.map(({ code, label, language }, index) => (
        <div key={code} class={`form-group-${kind}`}>
          <input
            type={kind}
            class={`form-${kind}`}
            id={`${field.id}-${index}`}
            name={field.name}
            value={code}
            checked={chosen.includes(code)}
          />
          <label class="form-label" for={`${field.id}-${index}`} lang={language}>
            {label}
          </label>
        </div>
      ))}
      {children}
    </GroupedField>
  );
}

/** One of many. */
export function Select({ options, chosen, ...field }: OptionsProps) {
  const words = useWords();
  return (
    <FieldFrame {...field}>
      <select
        class="form-select"
        id={field.id}
        name={field.name}
        aria-invalid={field.error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(field)}
      >
        <option value="">{words.form.choose}</option>
        {options.map(({ code, label }) => (
          <option key={code} value={code} selected={chosen.includes(code)}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** One box to tick. */
export function OneBox({ ticked, ...field }: FieldProps & { readonly ticked: boolean }) {
  const words = useWords();
  return (
    <div class={field.error === undefined ? 'form-group' : 'form-group form-error'} data-field={field.name}>
      {field.error !== undefined && (
        <span class="form-error-message" id={`${field.id}-error`}>
          <span class="sr-only">{words.faults.before} </span>
          {field.error}
        </span>
      )}
      <div class="form-group-checkbox">
        <input
          type="checkbox"
          class="form-checkbox"
          id={field.id}
          name={field.name}
          value="true"
          checked={ticked}
          aria-describedby={describedBy(field)}
        />
        <label class="form-label" for={field.id}>
          {field.label}
        </label>
        {field.hint !== undefined && (
          <span class="form-hint" id={`${field.id}-hint`}>
            {field.hint}
          </span>
        )}
      </div>
    </div>
  );
}
