import { nameAlone } from '#journey';
import { CheckedForm } from '../../design/checked-form.js';
import { PageLayout } from '../../design/page-layout.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { NEW_CORRECTION_PATH, PATHS } from '../../paths.js';
import { type DisclosureDocument } from '../../rest/documents.js';
import { askedAuthority, type TypedCorrection } from './correction-form.js';
import { MultilineText } from './multiline-text.js';

export interface CheckCorrectionPageProps {
  readonly disclosure: DisclosureDocument;
  readonly typed: TypedCorrection;
  readonly sendKey: string;
}

/** What is sent to whom, before it is sent. */
export function CheckCorrectionPage({ disclosure, typed, sendKey }: CheckCorrectionPageProps) {
  const { words } = useVisit();
  const { check, wrong, right } = words.corrections;
  const { id = '', title, text, authorityName = '', categories = [] } = disclosure;
  const asked = askedAuthority(disclosure, typed);
  const data = categories.find(({ category }) => category === typed.category)?.name;
  return (
    <PageLayout title={check.title} menu={PATHS.myData}>
      <h1>{check.title}</h1>
      <Rows
        rows={[
          { label: check.to, value: nameAlone(asked) },
          { label: check.concerns, value: title === undefined ? text : `${title}: ${text}` },
          { label: check.data, value: data ?? check.other },
          { label: wrong, value: <MultilineText text={typed.wrong} /> },
          { label: right, value: <MultilineText text={typed.right} /> },
        ]}
      />
      <p>{check.next(asked)}</p>
      {asked !== authorityName && <p>{check.givenTo(authorityName)}</p>}
      <CheckedForm action={NEW_CORRECTION_PATH} hidden={{ om: id, key: sendKey, ...typed }} words={check} />
    </PageLayout>
  );
}
