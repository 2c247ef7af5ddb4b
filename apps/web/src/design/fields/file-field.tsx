import { type ComponentChildren } from 'preact';
import { describedBy, type FieldProps, FieldFrame } from './field-frame.js';

export interface FileFieldProps extends FieldProps {
  /** Endings that are taken. */
  readonly accept: readonly string[];
  /** What is attached already. */
  readonly children?: ComponentChildren;
}

/** A file to attach. */
export function FileField({ accept, children, ...field }: FileFieldProps) {
  return (
    <FieldFrame {...field}>
      {children}
      <input
        type="file"
        class="form-input file-input"
        id={field.id}
        name={field.name}
        accept={accept.map(ending => ENDINGS[ending] ?? `.${ending}`).join(',')}
        aria-invalid={field.error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(field)}
      />
    </FieldFrame>
  );
}

const ENDINGS: Readonly<Record<string, string>> = { jpeg: '.jpg,.jpeg' };
