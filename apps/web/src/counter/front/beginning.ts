import { dateOf } from '../../forms/read-form.js';
import { type Posted } from '../../http/posted.js';
import { type ApiProblem } from '../../rest/api-problem.js';
import { type BeginAssistance } from '../../rest/documents.js';

/** Fields of the form, in their order. */
const FIELDS = ['cpr', 'reference', 'name', 'identified', 'receivedOn', 'reason'] as const;
export type BeginningField = (typeof FIELDS)[number];

/** *Form binding*: what was typed. What does not fit the API refuses. */
export function readBeginning(posted: Posted): BeginAssistance {
  const [cpr, reference, name] = [posted.text('cpr'), posted.text('reference'), posted.text('name')];
  const receivedOn = dateOf(posted, 'receivedOn');
  // Whoever says nothing is asked for the number first, and whoever says a name for the case.
  const isUnregistered = cpr === '' && (reference !== '' || name !== '');
  return {
    ...(!isUnregistered && { cpr: cpr.replaceAll(' ', '') }),
    ...((isUnregistered || reference !== '') && { reference }),
    ...(name !== '' && { name }),
    identified: posted.text('identified') as BeginAssistance['identified'],
    ...(receivedOn !== undefined && { receivedOn }),
    reason: posted.text('reason') as BeginAssistance['reason'],
  };
}

/** What the API has refused, in the order of the form. */
export function faultyFields({ errors }: ApiProblem): readonly BeginningField[] {
  return FIELDS.filter(field => errors.some(({ pointer }) => pointer === `#/${field}`));
}
