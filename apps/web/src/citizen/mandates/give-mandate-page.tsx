import { BackLink } from '../../design/back-link.js';
import { Button } from '../../design/buttons.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { DateField } from '../../design/fields/date-field.js';
import { Boxes, Radios } from '../../design/fields/option-fields.js';
import { TextField } from '../../design/fields/text-field.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useWords } from '../../http/visit.js';
import { giveMandatePath, PATHS } from '../../paths.js';
import { type Kinds, MANDATE_FIELDS, type MandateFaults, type TypedMandate } from './mandate-form.js';

export interface GiveMandatePageProps {
  readonly typed: TypedMandate;
  readonly kinds: Kinds;
  readonly faults?: MandateFaults;
}

/** First input of each field. */
const INPUTS = {
  name: 'name',
  cpr: 'cpr',
  scope: 'scope-0',
  journeys: 'journeys-0',
  from: 'from-day',
  until: 'until-day',
} as const;

/** To whom, for what, from when until when. */
export function GiveMandatePage({ typed, kinds, faults = {} }: GiveMandatePageProps) {
  const words = useWords();
  const { give } = words.mandates;
  const field = (name: keyof typeof INPUTS) => ({
    id: name,
    name,
    ...give.fields[name],
    error: faults[name],
  });
  return (
    <PageLayout
      title={give.title}
      menu={PATHS.mandates}
      faulty={Object.keys(faults).length > 0}
      above={<BackLink href={PATHS.mandates}>{words.mandates.title}</BackLink>}
    >
      <ErrorSummary
        faults={MANDATE_FIELDS.flatMap(name => {
          const text = faults[name];
          return text === undefined ? [] : [{ text, href: `#${INPUTS[name]}` }];
        })}
      />
      <h1>{give.title}</h1>
      <p class="lead">{give.lead}</p>
      <PostForm action={giveMandatePath} hidden={{ step: 'check' }}>
        <TextField {...field('name')} value={typed.name} most={140} />
        <TextField {...field('cpr')} value={typed.cpr} digits most={11} />
        <Radios
          {...field('scope')}
          options={[
            { code: 'all', label: give.all },
            { code: 'some', label: give.some },
          ]}
          chosen={[typed.scope]}
        />
        <Boxes {...field('journeys')} options={kinds} chosen={typed.journeys} />
        <DateField {...field('from')} optional value={typed.from} />
        <DateField {...field('until')} value={typed.until} />
        <div class="button-row">
          <Button>{words.form.goOn}</Button>
        </div>
      </PostForm>
    </PageLayout>
  );
}
