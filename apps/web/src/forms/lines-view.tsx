import { type Json } from '#schema';
import { type FieldProps, GroupedField } from '../design/fields/field-frame.js';
import { Boxes } from '../design/fields/option-fields.js';
import { useWords } from '../http/visit.js';
import { type AskedField } from './asked-field.js';
import { chosenCodes, typedValues } from './chosen-codes.js';
import { otherName } from './read-form.js';

interface LinesViewProps {
  readonly head: FieldProps;
  readonly field: AskedField & { readonly kind: 'lines' };
  readonly values: readonly Json[];
}

/** Empty lines that are shown beyond those that are filled in. */
const SPARE = 2;

/** Several names or CPR numbers, one a line; of those who are known, boxes to tick. */
export function LinesView({ head, field, values }: LinesViewProps) {
  const words = useWords();
  const { known, least, most, persons } = field;
  const typed = typedValues(known, values);
  const count = Math.min(most, Math.max(least, typed.length + SPARE));
  const lines = Array.from({ length: count }, (_, index) => (
    <div key={index} class="form-group line-of-field">
      <label class="form-label" for={`${head.id}-line-${index}`}>
        {persons ? words.form.cprLine(index + 1) : words.form.nameLine(index + 1)}
      </label>
      <input
        class="form-input"
        type="text"
        inputMode={persons ? 'numeric' : undefined}
        id={`${head.id}-line-${index}`}
        name={otherName(head.name)}
        value={typed[index] ?? ''}
      />
    </div>
  ));
  const more = count < most && <p class="form-hint">{words.form.moreLines}</p>;
  return known.length > 0 ? (
    <Boxes {...head} options={known} chosen={chosenCodes(known, values)}>
      {lines}
      {more}
    </Boxes>
  ) : (
    <GroupedField {...head}>
      {lines}
      {more}
    </GroupedField>
  );
}
