import { type ComponentChildren } from 'preact';
import { useWords } from '../../http/visit.js';

/** What every field of a form has. */
export interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

/** Ids of what describes an input; undefined when nothing does. */
export function describedBy({ id, hint, error }: FieldProps): string | undefined {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Hint and error, which stand between label and input. */
function Describing({ id, hint, error }: FieldProps) {
  const words = useWords();
  return (
    <>
      {hint !== undefined && (
        <span class="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span class="form-error-message" id={`${id}-error`}>
          <span class="sr-only">{words.faults.before} </span>
          {error}
        </span>
      )}
    </>
  );
}

function Optional({ optional }: FieldProps) {
  const words = useWords();
  return optional === true ? <span class="weight-normal"> ({words.form.optional})</span> : null;
}

const groupClass = ({ error }: FieldProps): string =>
  error === undefined ? 'form-group' : 'form-group form-error';

/** A label and one input. */
export function FieldFrame({ children, ...field }: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class={groupClass(field)} data-field={field.name}>
      <label class="form-label" for={field.id}>
        {field.label}
        <Optional {...field} />
      </label>
      <Describing {...field} />
      {children}
    </div>
  );
}

/** A question and several inputs that answer it. */
export function GroupedField({ children, ...field }: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class={groupClass(field)} data-field={field.name}>
      <fieldset aria-describedby={describedBy(field)}>
        <legend class="form-label">
          {field.label}
          <Optional {...field} />
        </legend>
        <Describing {...field} />
        {children}
      </fieldset>
    </div>
  );
}
