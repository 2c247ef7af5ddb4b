import { BackLink } from '../../design/back-link.js';
import { Button } from '../../design/buttons.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { Radios } from '../../design/fields/option-fields.js';
import { TextField } from '../../design/fields/text-field.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { NEW_CORRECTION_PATH, PATHS, wrongDataPath } from '../../paths.js';
import { type DisclosureDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { contactRoleOf } from '../my-data/contact-role-of.js';
import {
  CORRECTION_FIELDS,
  type CorrectionFaults,
  MOST_TYPED,
  type TypedCorrection,
} from './correction-form.js';

export interface AskCorrectionPageProps {
  readonly disclosure: DisclosureDocument;
  readonly typed: TypedCorrection;
  readonly faults?: CorrectionFaults;
}

/** First input of each field. */
const INPUTS = { category: 'category-0', wrong: 'wrong', right: 'right' } as const;

/** What is wrong, and what is right. */
export function AskCorrectionPage({ disclosure, typed, faults = {} }: AskCorrectionPageProps) {
  const { words, language } = useVisit();
  const { ask } = words.corrections;
  const { id = '', at, authorityName = '', title, text, categories = [] } = disclosure;
  const field = (name: keyof typeof INPUTS) => ({
    id: name,
    name,
    ...ask.fields[name],
    error: faults[name],
  });
  return (
    <PageLayout
      title={ask.title}
      menu={PATHS.myData}
      faulty={Object.keys(faults).length > 0}
      above={<BackLink href={PATHS.myData}>{words.myData.title}</BackLink>}
    >
      <ErrorSummary
        faults={CORRECTION_FIELDS.flatMap(name => {
          const fault = faults[name];
          return fault === undefined ? [] : [{ text: fault, href: `#${INPUTS[name]}` }];
        })}
      />
      <h1>{ask.title}</h1>
      <p>{ask.lead(authorityName)}</p>
      <p>
        {title !== undefined && <strong>{title}: </strong>}
        {text}, {dayInWords(at, language)}.
      </p>
      <PostForm action={NEW_CORRECTION_PATH} hidden={{ step: 'check', om: id }}>
        <Radios
          {...field('category')}
          options={[
            ...categories.map(({ category, name, heldBy }) => ({
              code: category,
              label: heldBy === undefined ? name : ask.heldBy(name, heldBy),
            })),
            { code: '', label: ask.other(authorityName) },
          ]}
          chosen={[typed.category]}
        />
        <TextField {...field('wrong')} long most={MOST_TYPED} value={typed.wrong} />
        <TextField {...field('right')} long most={MOST_TYPED} value={typed.right} />
        <div class="button-row">
          <Button>{words.form.goOn}</Button>
        </div>
      </PostForm>
      <p>
        <a href={wrongDataPath(contactRoleOf(disclosure))}>{ask.instead}</a>
      </p>
    </PageLayout>
  );
}
