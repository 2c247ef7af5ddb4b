import { type ApiProblem } from '../../rest/api-problem.js';
import { type ProblemField } from '../../rest/documents.js';

/** Something to mend in a form. */
export interface FormFault {
  /** Name of the field; absent when it is in none. */
  readonly field?: string;
  /** The field by its label, and what would be right. */
  readonly text: string;
  /** The same without the label, to stand at the field. */
  readonly atField: string;
}

/** The faults that the API has found, by field: the first of each, in the order of the form. */
export function formFaults(problem: ApiProblem, order: readonly string[]): readonly FormFault[] {
  const first = new Map<string, FormFault>();
  for (const error of problem.errors) {
    const fault = faultOf(error);
    const key = fault.field ?? fault.text;
    if (!first.has(key)) first.set(key, fault);
  }
  const place = ({ field }: FormFault) => (field === undefined ? -1 : order.indexOf(field));
  return [...first.values()].sort((one, other) => place(one) - place(other));
}

/** The same for a form of ours: what stands at each of its fields. */
export function faultsByField<Field extends string>(
  problem: ApiProblem,
  fields: readonly Field[],
): Readonly<Partial<Record<Field, string>>> {
  const found = formFaults(problem, fields);
  return Object.fromEntries(
    fields.flatMap(name => {
      const fault = found.find(({ field }) => field === name);
      return fault ? [[name, fault.atField]] : [];
    }),
  ) as Partial<Record<Field, string>>;
}

/** Where the API points to: `#/data/<field>`, or `#/<field>` for a document. */
const POINTER = /^#\/(?:data\/)?([A-Za-z0-9]+)/;

function faultOf({ pointer, detail, label }: ProblemField): FormFault {
  const field = POINTER.exec(pointer)?.[1];
  const isLabelled = label !== undefined && detail.startsWith(label.replace(/[.:]$/, ''));
  const rest = isLabelled ? detail.slice(label.replace(/[.:]$/, '').length).replace(/^[:\s]+/, '') : detail;
  return { ...(field !== undefined && field !== 'data' && { field }), text: detail, atField: rest };
}
