import { describedBy, type FieldProps, FieldFrame } from './field-frame.js';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly long?: boolean;
  readonly type?: 'text' | 'email';
  /** Digits alone: a phone shows its digits. */
  readonly digits?: boolean;
  readonly most?: number | undefined;
}

/** One line of text, or several. */
export function TextField({
  value,
  long = false,
  type = 'text',
  digits = false,
  most,
  ...field
}: TextFieldProps) {
  const input = {
    id: field.id,
    name: field.name,
    class: 'form-input',
    maxLength: most,
    'aria-invalid': field.error === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy(field),
  };
  return (
    <FieldFrame {...field}>
      {long ? (
        <textarea {...input} rows={5}>
          {value}
        </textarea>
      ) : (
        <input {...input} {...TYPES[type]} value={value} inputMode={digits ? 'numeric' : undefined} />
      )}
    </FieldFrame>
  );
}

const TYPES = { text: { type: 'text' }, email: { type: 'email' } } as const;
