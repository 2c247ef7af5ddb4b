import { type JsonObject } from '#schema';
import { Rows } from '../../design/rows.js';
import { answerInWords } from '../../forms/answered.js';
import { type AskedField } from '../../forms/asked-field.js';
import { CitizenForm } from '../../forms/citizen-form.js';
import { FieldView } from '../../forms/field-view.js';
import { useVisit } from '../../http/visit.js';
import { type ExampleDocument } from '../../rest/documents.js';
import { TaskFacts } from '../task/task-facts.js';

interface ExampleFormProps {
  readonly answer: NonNullable<ExampleDocument['steps'][number]['answer']>;
  readonly applicant: string;
}

/** A task with its form filled in, as it is on its own page; nothing of it can be changed or sent. */
export function ExampleForm({ answer: { task, choice, data }, applicant }: ExampleFormProps) {
  const { words } = useVisit();
  const filled = data as JsonObject;
  const pages = Object.keys(filled).length > 0 ? new CitizenForm(task).pages(filled) : [];
  return (
    <>
      <TaskFacts task={task} />
      {pages.length > 0 && (
        <fieldset disabled data-part="example-form" class="mt-7">
          <legend class="h2">{words.example.form(applicant)}</legend>
          {pages.map(({ number, title, fields }) => (
            <div key={number}>
              {pages.length > 1 && title !== undefined && <h3>{title}</h3>}
              {fields.map(field => (
                <ExampleField key={field.name} field={field} data={filled} />
              ))}
            </div>
          ))}
        </fieldset>
      )}
      <p>
        <strong>{words.example.answers(applicant, choice)}</strong>
      </p>
    </>
  );
}

/** A document that nobody has attached is told in words. */
function ExampleField({ field, data }: { readonly field: AskedField; readonly data: JsonObject }) {
  const { words, language } = useVisit();
  const value = data[field.name];
  if (field.kind !== 'document' && field.kind !== 'documents')
    return <FieldView field={field} value={value} />;
  const answer = answerInWords(field, value, words, language) ?? words.check.unanswered;
  return <Rows rows={[{ label: field.label, value: answer }]} />;
}
