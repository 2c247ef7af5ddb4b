import { useWords } from '../../http/visit.js';
import { type FieldProps, GroupedField } from './field-frame.js';

/** A day in three inputs, which works everywhere and asks nobody to know a form of writing. */
export function DateField({ value, ...field }: FieldProps & { readonly value: string }) {
  const words = useWords();
  const [year = '', month = '', day = ''] = value.split('-');
  const units = [
    ['day', words.form.day, day, 2],
    ['month', words.form.month, month, 2],
    ['year', words.form.year, year, 4],
  ] as const;
  return (
    <GroupedField {...field}>
      <div class="date-group mt-3">
        {units.map(([unit, label, text, most]) => (
          <div key={unit} class={`form-group form-group-${unit}`}>
            <label class="form-label" for={`${field.id}-${unit}`}>
              {label}
            </label>
            <input
              class="form-input"
              type="text"
              inputMode="numeric"
              id={`${field.id}-${unit}`}
              name={`${field.name}.${unit}`}
              maxLength={most}
              value={unit === 'year' ? text : text.replace(/^0/, '')}
              aria-invalid={field.error === undefined ? undefined : 'true'}
            />
          </div>
        ))}
      </div>
    </GroupedField>
  );
}
