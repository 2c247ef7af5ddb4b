import { onlySends } from '#journey';
import { type AnswerDocument } from '../../rest/documents.js';

type Given = Pick<AnswerDocument, 'title' | 'label'>;

/** What somebody has answered, in one line: the task, and which of its answers they gave where there was a choice. */
export function answerTitle({ title, label }: Given): string {
  return onlySends(label) ? title : `${title}: ${label}`;
}

/** The first rows of a receipt: the same, each under its name. */
export function answerRows(
  { title, label }: Given,
  names: { readonly about: string; readonly answer: string },
) {
  const choice = onlySends(label) ? [] : [{ label: names.answer, value: label }];
  return [{ label: names.about, value: title }, ...choice];
}
