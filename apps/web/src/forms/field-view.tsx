import { type Json, listOf } from '#schema';
import { DateField } from '../design/fields/date-field.js';
import { FileField } from '../design/fields/file-field.js';
import { Radios, Select, OneBox, Boxes } from '../design/fields/option-fields.js';
import { TextField } from '../design/fields/text-field.js';
import { Rows } from '../design/rows.js';
import { useVisit } from '../http/visit.js';
import { type AskedField, fieldId, LONG_LIST } from './asked-field.js';
import { answerInWords } from './answered.js';
import { Attached } from './attached.js';
import { chosenCodes } from './chosen-codes.js';
import { LinesView } from './lines-view.js';
import { PersonView } from './person-view.js';

export interface FieldViewProps {
  readonly field: AskedField;
  readonly value: Json | undefined;
  readonly error?: string | undefined;
  /** Names of the documents that are attached to it. */
  readonly documents?: readonly string[];
}

/** A field of a form, with what is filled in. */
export function FieldView(props: FieldViewProps) {
  const { field, value, error, documents = [] } = props;
  const { words, language } = useVisit();
  const head = {
    id: fieldId(field.name),
    name: field.name,
    label: field.label,
    hint: field.hint,
    error,
    optional: !field.required,
  };
  if (field.readOnly) {
    const answer = answerInWords(field, value, words, language);
    return answer === undefined ? null : <Rows rows={[{ label: field.label, value: answer }]} />;
  }
  const text = value === undefined ? '' : String(value);
  switch (field.kind) {
    case 'text':
      return <TextField {...head} value={text} long={field.long} type={field.type} most={field.most} />;
    case 'number':
      return (
        <TextField
          {...head}
          value={typeof value === 'number' ? value.toLocaleString('da-DK', { useGrouping: false }) : text}
          digits={field.whole}
        />
      );
    case 'date':
      return <DateField {...head} value={text} />;
    case 'tick':
      return <OneBox {...head} ticked={value === true} />;
    case 'yesNo': {
      const options = [
        { code: 'true', label: words.form.yes },
        { code: 'false', label: words.form.no },
      ];
      return <Radios {...head} options={options} chosen={value === undefined ? [] : [String(value)]} />;
    }
    case 'choice': {
      const chosen = chosenCodes(field.options, [value]);
      if (field.options.length > LONG_LIST)
        return <Select {...head} options={field.options} chosen={chosen} />;
      // A radio button that was chosen by a slip is left by choosing another.
      const neither = field.required ? [] : [{ code: '', label: words.form.noneOfThem }];
      return (
        <Radios
          {...head}
          options={[...field.options, ...neither]}
          chosen={value === undefined && !field.required ? [''] : chosen}
        />
      );
    }
    case 'choices':
      return <Boxes {...head} options={field.options} chosen={chosenCodes(field.options, listOf(value))} />;
    case 'person':
      return <PersonView head={head} known={field.known} value={value} />;
    case 'lines':
      return <LinesView head={head} field={field} values={listOf(value)} />;
    case 'document':
    case 'documents':
      return (
        <FileField {...head} hint={head.hint ?? words.form.files(field.accept)} accept={field.accept}>
          <Attached field={field.name} names={documents} />
        </FileField>
      );
  }
}
