import { type Problem } from '../simulation/problem.js';

/** Ends a request with a problem document. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}
