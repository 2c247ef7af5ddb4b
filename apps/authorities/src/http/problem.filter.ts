import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type Response } from 'express';
import { type ServiceProblem, serviceProblem } from '../simulation/problem.js';
import { ProblemError } from './problem-error.js';

/** Every error leaves as a problem document (RFC 9457). */
@Catch()
export class ServiceProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('authorities');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.#problemOf(thrown);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(serviceProblem(problem)));
  }

  #problemOf(thrown: unknown): ServiceProblem {
    if (thrown instanceof ProblemError) return thrown.problem;
    if (thrown instanceof HttpException) return httpProblem(thrown.getStatus());
    if (isHttpError(thrown)) return httpProblem(thrown.status);
    this.#log.error(thrown instanceof Error ? thrown : String(thrown));
    return { status: 500, type: 'internal', title: 'The simulation failed' };
  }
}

const TITLES: Readonly<Record<number, readonly [type: string, title: string]>> = {
  400: ['malformed', 'The body is not well-formed JSON'],
  404: ['unknown', 'There is nothing at this address'],
  413: ['too-large', 'The body is too large'],
};

function httpProblem(status: number): ServiceProblem {
  const [type, title] = TITLES[status] ?? ['failed', 'The request failed'];
  return { status, type, title };
}

/** Errors of Express's own body parser carry the status they mean. */
function isHttpError(thrown: unknown): thrown is { readonly status: number } {
  return (
    thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' && thrown.status < 500
  );
}
