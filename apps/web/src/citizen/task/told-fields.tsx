import { Rows } from '../../design/rows.js';
import { answerInWords } from '../../forms/answered.js';
import { useVisit } from '../../http/visit.js';
import { type OpenedTask } from './opened-task.js';

/** What a form tells where it asks nothing: a proposal that is answered as it stands. */
export function ToldFields({ opened: { form, data } }: { readonly opened: OpenedTask }) {
  const { words, language } = useVisit();
  const fields = form.pages(data).flatMap(page => page.fields);
  return (
    <Rows
      rows={fields.map(field => ({
        label: field.label,
        value: answerInWords(field, data[field.name], words, language) ?? words.check.unanswered,
      }))}
    />
  );
}
