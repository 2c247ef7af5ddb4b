import { type AskedField, LONG_LIST } from '../../forms/asked-field.js';
import { useVisit } from '../../http/visit.js';
import { counterWordsIn } from '../counter-words.js';

export interface BlankFieldProps {
  readonly field: AskedField;
  /** What is filled in already, in words. */
  readonly known?: string | undefined;
}

/** A field of a form on paper, with room to write. */
export function BlankField({ field, known }: BlankFieldProps) {
  const { language } = useVisit();
  const { form } = counterWordsIn(language);
  const { label, hint, required, readOnly } = field;
  return (
    <section class="letter-part blank-field">
      <h2>
        {label}
        {!required && !readOnly && <span class="weight-normal"> ({form.optional})</span>}
      </h2>
      {hint !== undefined && <p>{hint}</p>}
      {known !== undefined && (
        <p>
          {form.known} {known}
        </p>
      )}
      {!readOnly && <Room field={field} />}
    </section>
  );
}

function Room({ field }: { readonly field: AskedField }) {
  const { language, words } = useVisit();
  const { form } = counterWordsIn(language);
  switch (field.kind) {
    case 'yesNo':
      return <BlankBoxes labels={[words.form.yes, words.form.no]} hint={form.choose} />;
    case 'tick':
      return <BlankBoxes labels={[words.form.yes]} />;
    case 'choice':
    case 'choices': {
      const hint = field.kind === 'choice' ? form.choose : form.chooseSeveral;
      const labels = field.options.map(option => option.label);
      return labels.length > LONG_LIST ? <BlankLine /> : <BlankBoxes labels={labels} hint={hint} />;
    }
    case 'date':
      return <BlankLine hint={form.date} />;
    case 'person':
      return <BlankLine hint={form.person} />;
    case 'lines':
      return <BlankLine hint={field.persons ? form.persons : form.lines} lines={Math.min(field.most, 6)} />;
    case 'document':
    case 'documents':
      return <p>{form.attach}</p>;
    case 'text':
      return <BlankLine lines={field.long ? 6 : 1} />;
    default:
      return <BlankLine />;
  }
}

export interface BlankLineProps {
  readonly hint?: string;
  readonly lines?: number;
}

/** Lines to write on. */
export function BlankLine({ hint, lines = 1 }: BlankLineProps) {
  return (
    <>
      {hint !== undefined && <p>{hint}</p>}
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} class="blank-line" />
      ))}
    </>
  );
}

export interface BlankBoxesProps {
  readonly labels: readonly string[];
  readonly hint?: string;
}

/** Boxes to tick with a pen. */
export function BlankBoxes({ labels, hint }: BlankBoxesProps) {
  if (labels.length === 0) return null;
  return (
    <>
      {hint !== undefined && <p>{hint}</p>}
      <ul class="blank-boxes nobullet-list">
        {labels.map(label => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </>
  );
}
