import { type Diagnostic, type Language } from '#journey';
import { fieldWords } from './field-words.js';
import { PROBLEM_HINTS } from './problem-hints.js';
import { PROBLEM_STATUS, type ProblemCode } from './problem-code.js';
import { type Problem } from './problem-of.js';
import { PROBLEM_WORDS } from './problem-words.js';
import { UNCANCELLABLE_WORDS } from './uncancellable-words.js';

/** One field that does not fit. */
export interface ProblemField {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
  /** What the form calls the field. */
  readonly label?: string;
}

/** A journey that is under way and contradicts the one to begin. */
export interface ProblemContradiction {
  readonly journey: string;
  /** Where it is, relative to the API's address. */
  readonly address: string;
  readonly reference: string;
  readonly title: string;
  /** Why the two contradict each other, and what to do. */
  readonly text: string;
  /** Whether its id in `confirm` lets the other begin all the same. */
  readonly confirmable: boolean;
}

/** A problem as sent: `application/problem+json` (RFC 9457). */
export interface ProblemDocument {
  /** Where the kind of problem is explained, relative to the API's address. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** What it means and what to do, in words for people. */
  readonly detail: string;
  /** For developers, in English: what exactly was wrong with the request. */
  readonly hint?: string;
  /** This occurrence; the same id is in our logs. */
  readonly instance: string;
  readonly errors?: readonly ProblemField[];
  readonly diagnostics?: readonly Diagnostic[];
  readonly contradictions?: readonly ProblemContradiction[];
}

export function problemDocument(problem: Problem, language: Language, requestId: string): ProblemDocument {
  const { code } = problem;
  const { title, explanation } = PROBLEM_WORDS[language][code];
  const hint = problem.detail ?? PROBLEM_HINTS[code];
  return {
    type: `/problems/${code}`,
    title,
    status: PROBLEM_STATUS[code],
    code,
    detail: problem.uncancellable ? `${UNCANCELLABLE_WORDS[problem.uncancellable][language]}.` : explanation,
    ...(hint !== undefined && { hint }),
    instance: `urn:uuid:${requestId}`,
    ...(problem.fields?.length && {
      errors: problem.fields.map(field => ({
        pointer: `#${field.path}`,
        code: field.code,
        detail: fieldWords(field, language),
        ...(field.label !== undefined && { label: field.label }),
      })),
    }),
    ...(problem.diagnostics && { diagnostics: problem.diagnostics }),
    ...(problem.contradictions && {
      contradictions: problem.contradictions.map(({ journey, reference, title: its, text, kind }) => ({
        journey,
        address: `/v1/journeys/${journey}`,
        reference,
        title: its[language],
        text: text[language],
        confirmable: kind === 'warn',
      })),
    }),
  };
}
