import { type OptionItem } from '../../design/fields/option-fields.js';
import { dateOf } from '../../forms/read-form.js';
import { type Posted } from '../../http/posted.js';
import { type ApiProblem } from '../../rest/api-problem.js';
import { type MandateOrder } from '../../rest/documents.js';
import { type PageWords } from '../../words/page-words.js';
import { faultsByField } from '../task/form-faults.js';

/** A mandate as it is typed. */
export interface TypedMandate {
  readonly name: string;
  readonly cpr: string;
  /** `all`, or `some`: those in `journeys`. Empty: not answered yet. */
  readonly scope: string;
  readonly journeys: readonly string[];
  readonly from: string;
  readonly until: string;
}

/** Names of the fields, in their order on the page. */
export const MANDATE_FIELDS = ['name', 'cpr', 'scope', 'journeys', 'from', 'until'] as const;
export type MandateField = (typeof MANDATE_FIELDS)[number];
export type MandateFaults = Readonly<Partial<Record<MandateField, string>>>;

export const NOTHING_TYPED: TypedMandate = {
  name: '',
  cpr: '',
  scope: '',
  journeys: [],
  from: '',
  until: '',
};

/** *Form binding*: the dates come in three inputs where they are asked for, and in one where the page only carries them on. */
export function readMandate(posted: Posted): TypedMandate {
  const day = (name: string) => posted.text(name) || (dateOf(posted, name) ?? '');
  return {
    name: posted.text('name'),
    cpr: posted.text('cpr'),
    scope: posted.text('scope'),
    journeys: posted.texts('journeys'),
    from: day('from'),
    until: day('until'),
  };
}

/** What has not been answered; the rest the API says. */
export function missingIn(
  { name, cpr, scope, journeys, until }: TypedMandate,
  { faults }: PageWords['mandates']['give'],
): MandateFaults {
  return {
    ...(name === '' && { name: faults.name }),
    ...(cpr === '' && { cpr: faults.cpr }),
    ...(scope === '' && { scope: faults.scope }),
    ...(scope === 'some' && journeys.length === 0 && { journeys: faults.journeys }),
    ...(until === '' && { until: faults.until }),
  };
}

/** What the API says is wrong, by the fields of the page. */
export const faultsOf = (problem: ApiProblem): MandateFaults => faultsByField(problem, MANDATE_FIELDS);

export function orderOf(
  { name, cpr, scope, journeys, from, until }: TypedMandate,
  yourName: string,
): MandateOrder {
  return {
    name,
    cpr,
    yourName,
    ...(scope === 'some' && { journeys }),
    ...(from !== '' && { from }),
    until,
  };
}

/** What it may be given for: not that in which nobody acts for another. */
export type Kinds = readonly OptionItem[];
