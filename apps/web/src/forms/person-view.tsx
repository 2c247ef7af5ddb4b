import { type Json } from '#schema';
import { type FieldProps } from '../design/fields/field-frame.js';
import { Radios } from '../design/fields/option-fields.js';
import { TextField } from '../design/fields/text-field.js';
import { useWords } from '../http/visit.js';
import { type FieldOption } from './asked-field.js';
import { chosenCodes, typedValues } from './chosen-codes.js';
import { otherName } from './read-form.js';

interface PersonViewProps {
  readonly head: FieldProps;
  readonly known: readonly FieldOption[];
  readonly value: Json | undefined;
}

/** Somebody by their CPR number, or one of those whom the journey knows already. */
export function PersonView({ head, known, value }: PersonViewProps) {
  const words = useWords();
  const [typed = ''] = typedValues(known, [value]);
  if (known.length === 0) {
    const hint = head.hint === undefined ? words.form.cprHint : `${words.form.cprAsked} ${head.hint}`;
    return <TextField {...head} name={otherName(head.name)} hint={hint} value={typed} digits />;
  }
  const nobody = head.optional ? [{ code: '', label: words.form.nobody }] : [];
  const chosen = value === undefined && head.optional ? [''] : chosenCodes(known, [value]);
  return (
    <Radios {...head} options={[...known, ...nobody]} chosen={chosen}>
      <TextField
        id={`${head.id}-other`}
        name={otherName(head.name)}
        label={words.form.otherPerson}
        hint={words.form.cprHint}
        value={typed}
        digits
      />
    </Radios>
  );
}
