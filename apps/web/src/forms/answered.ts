import { dateInWords, isIsoDate } from '#calendar';
import { type Language } from '#journey';
import { type Json, listOf } from '#schema';
import { capital } from '../words/capital.js';
import { LOCALES } from '../words/locales.js';
import { type PageWords } from '../words/page-words.js';
import { type FieldOption, type AskedField } from './asked-field.js';

/** What was filled in, in words; undefined when nothing was. */
export function answerInWords(
  field: AskedField,
  value: Json | undefined,
  words: PageWords,
  language: Language,
): string | undefined {
  if (value === undefined) return undefined;
  const named = (options: readonly FieldOption[]) => (one: Json) =>
    options.find(option => JSON.stringify(option.value) === JSON.stringify(one))?.label ?? String(one);
  switch (field.kind) {
    case 'yesNo':
      return value === true ? words.form.yes : words.form.no;
    case 'tick':
      return words.form.ticked;
    case 'date':
      return isIsoDate(String(value)) ? capital(dateInWords(String(value))[language]) : String(value);
    case 'number':
      // With four digits it may be a year.
      return typeof value === 'number'
        ? value.toLocaleString(LOCALES[language], { useGrouping: 'min2' })
        : String(value);
    case 'choice':
      return named(field.options)(value);
    case 'choices':
      return listOf(value).map(named(field.options)).join(', ') || words.form.none;
    case 'person':
      return cprWritten(named(field.known)(value));
    case 'lines':
      return (
        listOf(value)
          .map(named(field.known))
          .map(line => (field.persons ? cprWritten(line) : line))
          .join(', ') || words.form.none
      );
    case 'document':
      return words.form.attached(1);
    case 'documents':
      return words.form.attached(listOf(value).length);
    case 'text':
      return String(value);
  }
}

/** A CPR number as it is written, which is easier to check: `790388-8124`. Anything else is left as it is. */
function cprWritten(text: string): string {
  return text.replace(/^(\d{6})(\d{4})$/, '$1-$2');
}
