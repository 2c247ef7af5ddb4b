import { dateInWords } from '#calendar';
import { CheckedForm } from '../../design/checked-form.js';
import { PageLayout } from '../../design/page-layout.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { giveMandatePath, PATHS } from '../../paths.js';
import { type MandatePreviewDocument } from '../../rest/documents.js';
import { capital } from '../../words/capital.js';
import { type Kinds, type TypedMandate } from './mandate-form.js';

export interface CheckMandatePageProps {
  readonly typed: TypedMandate;
  readonly kinds: Kinds;
  readonly preview: MandatePreviewDocument;
  readonly sendKey: string;
}

/** What is given, in words, before it is given; whether the name and the number are right only the giver can say. */
export function CheckMandatePage({ typed, kinds, preview, sendKey }: CheckMandatePageProps) {
  const { words, language } = useVisit();
  const { check, fields, all } = words.mandates.give;
  const { name, cpr, scope, journeys, from, until } = typed;
  const day = (date: string) => capital(dateInWords(date)[language]);
  const titles = kinds.flatMap(({ code, label }) => (journeys.includes(code) ? [label] : []));
  return (
    <PageLayout title={check.title} menu={PATHS.mandates}>
      <h1>{check.title}</h1>
      <Rows
        rows={[
          { label: fields.name.label, value: name },
          { label: fields.cpr.label, value: cpr.replace(/^(\d{6})-?(\d{4})$/, '$1-$2') },
          { label: fields.scope.label, value: scope === 'some' ? titles.join(', ') : all },
          { label: fields.from.label, value: from === '' ? check.today : day(from) },
          { label: fields.until.label, value: day(until) },
        ]}
      />
      <h2>{check.means}</h2>
      {preview.text.split('\n').map(line => (
        <p key={line}>{line}</p>
      ))}
      <p>{check.holder(name)}</p>
      <CheckedForm
        action={giveMandatePath}
        hidden={{ name, cpr, scope, from, until, key: sendKey }}
        words={check}
      >
        {journeys.map(id => (
          <input key={id} type="hidden" name="journeys" value={id} />
        ))}
      </CheckedForm>
    </PageLayout>
  );
}
