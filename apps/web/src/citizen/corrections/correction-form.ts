import { type Posted } from '../../http/posted.js';
import { type ApiProblem } from '../../rest/api-problem.js';
import { type CorrectionOrder, type DisclosureDocument } from '../../rest/documents.js';
import { type PageWords } from '../../words/page-words.js';
import { faultsByField } from '../task/form-faults.js';

/** A correction as it is typed. */
export interface TypedCorrection {
  /** Empty: none of those that were given. */
  readonly category: string;
  readonly wrong: string;
  readonly right: string;
}

/** Names of the fields, in their order on the page. */
export const CORRECTION_FIELDS = ['category', 'wrong', 'right'] as const;
export type CorrectionFaults = Readonly<Partial<Record<(typeof CORRECTION_FIELDS)[number], string>>>;

export const NO_CORRECTION: TypedCorrection = { category: '', wrong: '', right: '' };

/** As the API has it. */
export const MOST_TYPED = 2_000;

/** *Form binding*. Browsers end a line with two characters, and count one. */
export function readCorrection(posted: Posted): TypedCorrection {
  const text = (name: string) => posted.text(name).replaceAll('\r\n', '\n').trim();
  return { category: posted.text('category'), wrong: text('wrong'), right: text('right') };
}

/** What has not been answered, or at too great length; the rest the API says. */
export function faultsIn(
  { wrong, right }: TypedCorrection,
  { faults }: PageWords['corrections']['ask'],
): CorrectionFaults {
  const fault = (text: string, missing: string) =>
    text === '' ? missing : text.length > MOST_TYPED ? faults.tooLong : undefined;
  const [ofWrong, ofRight] = [fault(wrong, faults.wrong), fault(right, faults.right)];
  return {
    ...(ofWrong !== undefined && { wrong: ofWrong }),
    ...(ofRight !== undefined && { right: ofRight }),
  };
}

/** What the API says is wrong, by the fields of the page. */
export const correctionFaults = (problem: ApiProblem): CorrectionFaults =>
  faultsByField(problem, CORRECTION_FIELDS);

export function correctionOrder(
  disclosure: string,
  { category, wrong, right }: TypedCorrection,
): CorrectionOrder {
  return { disclosure, ...(category !== '' && { category }), wrong, right };
}

/** Who is asked: the register that holds the data, or else whoever was given them. */
export function askedAuthority(
  { authorityName = '', categories = [] }: DisclosureDocument,
  { category }: TypedCorrection,
): string {
  return categories.find(known => known.category === category)?.heldBy ?? authorityName;
}
