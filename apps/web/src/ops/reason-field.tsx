import { TextField } from '../design/fields/text-field.js';
import { useOpsWords } from './words/ops-words.js';

interface ReasonFieldProps {
  /** Of its own where a page has several. */
  readonly id?: string;
  readonly label: string;
  readonly typed: string | undefined;
  /** It cannot be taken. */
  readonly isShort: boolean;
}

/** Why an order is given: it stands in the log. */
export function ReasonField({ id = REASON, label, typed, isShort }: ReasonFieldProps) {
  const { reasonField } = useOpsWords();
  return (
    <TextField
      id={id}
      name={REASON}
      label={label}
      hint={reasonField.hint}
      value={typed ?? ''}
      error={isShort ? reasonField.short : undefined}
      most={500}
    />
  );
}

/** Its name, and its id on a page that has but one. */
export const REASON = 'begrundelse';
