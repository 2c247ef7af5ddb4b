import { type ProblemContradiction, type ProblemDocument, type ProblemField } from './documents.js';

/** What the API refused, as it said it (RFC 9457), or that it could not be reached: then the status is 503. */
export class ApiProblem extends Error {
  /** @param retryAfter seconds after which it may be asked again, as far as it says */
  constructor(
    readonly status: number,
    readonly document?: ProblemDocument,
    readonly retryAfter?: number,
  ) {
    super(document ? `${document.code}: ${document.hint ?? document.title}` : `status ${status}`);
  }

  /** What is under way and contradicts what was to begin. */
  get contradictions(): readonly ProblemContradiction[] {
    return this.document?.contradictions ?? [];
  }

  /** The fields that do not fit. */
  get errors(): readonly ProblemField[] {
    return this.document?.errors ?? [];
  }
}

/** Whether a journey was not begun because of what is under way. */
export function isContradiction(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.contradictions.length > 0;
}

export function isProblem(error: unknown, ...statuses: readonly number[]): error is ApiProblem {
  return error instanceof ApiProblem && statuses.includes(error.status);
}
