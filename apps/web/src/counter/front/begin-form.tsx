import { Button } from '../../design/buttons.js';
import { Details } from '../../design/details.js';
import { DateField } from '../../design/fields/date-field.js';
import { Radios } from '../../design/fields/option-fields.js';
import { TextField } from '../../design/fields/text-field.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { FRONT_PATHS } from '../../faces.js';
import { type BeginAssistance } from '../../rest/documents.js';
import { counterWordsIn } from '../counter-words.js';
import { type BeginningField } from './beginning.js';

/** The element that an error of a field leads to. */
export const FIRST_INPUTS: Readonly<Record<BeginningField, string>> = {
  cpr: 'cpr',
  reference: 'reference',
  name: 'name',
  identified: 'identified-0',
  receivedOn: 'receivedOn-day',
  reason: 'reason-0',
};

export interface BeginFormProps {
  readonly asked?: BeginAssistance | undefined;
  readonly faulty: readonly BeginningField[];
}

/** Whom to help, how it is known who they are, and why. */
export function BeginForm({ asked, faulty }: BeginFormProps) {
  const { language } = useVisit();
  const words = counterWordsIn(language).asked;
  const head = (name: BeginningField) => ({
    id: name,
    name,
    label: words[name],
    error: faulty.includes(name) ? words.faults[name] : undefined,
  });
  return (
    <PostForm action={FRONT_PATHS.caseworker}>
      <TextField {...head('cpr')} hint={words.cprHint} value={asked?.cpr ?? ''} digits most={11} />
      <Details summary={words.noCpr} open={asked?.reference !== undefined}>
        <p>{words.noCprText}</p>
        <TextField
          {...head('reference')}
          hint={words.referenceHint}
          value={asked?.reference ?? ''}
          most={64}
        />
        <TextField {...head('name')} hint={words.nameHint} value={asked?.name ?? ''} most={140} />
      </Details>
      <Radios
        {...head('identified')}
        options={optionsOf(words.identifications)}
        chosen={[asked?.identified ?? '']}
      />
      <DateField
        {...head('receivedOn')}
        hint={words.receivedOnHint}
        optional
        value={asked?.receivedOn ?? ''}
      />
      <Radios {...head('reason')} options={optionsOf(words.reasons)} chosen={[asked?.reason ?? '']} />
      <div class="button-row">
        <Button>{words.begin}</Button>
      </div>
    </PostForm>
  );
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([code, label]) => ({ code, label }));
}
