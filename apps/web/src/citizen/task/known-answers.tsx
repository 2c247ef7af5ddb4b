import { type JsonObject } from '#schema';
import { Rows } from '../../design/rows.js';
import { answerInWords } from '../../forms/answered.js';
import { type CitizenForm } from '../../forms/citizen-form.js';
import { useVisit } from '../../http/visit.js';

/** What a form holds that is read and not filled in: no answer of its task would send it. */
export function KnownAnswers({ form, data }: { readonly form: CitizenForm; readonly data: JsonObject }) {
  const { words, language } = useVisit();
  const fields = form.pages(data).flatMap(page => page.fields);
  return (
    <Rows
      rows={fields.flatMap(field => {
        const value = answerInWords(field, data[field.name], words, language);
        return value === undefined ? [] : [{ label: field.label, value }];
      })}
    />
  );
}
