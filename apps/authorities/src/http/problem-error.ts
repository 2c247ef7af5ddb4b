import { type ServiceProblem } from '../simulation/problem.js';

/** Ends a request with a problem document. */
export class ProblemError extends Error {
  constructor(readonly problem: ServiceProblem) {
    super(problem.title);
  }
}
