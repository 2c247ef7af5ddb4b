import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Logger } from 'pino';
import { LOGGER } from '#telemetry';
import { allowedMethods } from '../http/allowed-methods.js';
import { requestId } from '../http/request-id.js';
import { requestLanguage } from '../http/representation/preferred-language.js';
import { EdgeError } from './edge-error.js';
import { type ProblemCode } from './problem-code.js';
import { problemDocument } from './problem-document.js';
import { problemOf } from './problem-of.js';

/** What the log tells of an answer, in `response.locals.problem`. */
export interface AnsweredProblem {
  readonly code: ProblemCode;
  /** Whether it was turned away because there was too much to do. */
  readonly shed: boolean;
  /** Code of what lies behind it. */
  readonly cause?: string;
}

const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;

/** Exception filter: every error leaves as a problem document (RFC 9457) in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const error = isUnknownRoute(thrown) ? methodMissing(request, thrown) : thrown;
    const problem = problemOf(error);
    const language = requestLanguage(request);
    const document = problemDocument(problem, language, requestId(request));
    // What is turned away at the edge because too many ask is no fault, and counted there.
    const shed = error instanceof EdgeError && document.status >= 500;
    response.locals['problem'] = { code: problem.code, shed, ...causeOf(error) } satisfies AnsweredProblem;
    if (document.status >= 500 && !shed) {
      this.logger.error({ err: error, request: requestId(request), code: problem.code }, 'request failed');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response
      .status(document.status)
      .set({
        'Content-Language': language,
        Vary: 'Accept-Language',
        'Cache-Control': 'no-store',
        ...problem.headers,
      })
      .type('application/problem+json')
      .send(JSON.stringify(document));
  }
}

/** The code of what lies behind it, if it has one: a token that is forged in one way is told from one forged in another. */
function causeOf(error: unknown): { readonly cause?: string } {
  const code: unknown = (error as { readonly cause?: { readonly code?: unknown } } | undefined)?.cause?.code;
  return typeof code === 'string' && CODE.test(code) ? { cause: code } : {};
}

function isUnknownRoute(thrown: unknown): thrown is HttpException {
  return thrown instanceof HttpException && thrown.getStatus() === 404;
}

/** A known path asked with a method it does not answer is 405 with `Allow` (RFC 9110, section 15.5.6), not 404. */
function methodMissing(request: Request, thrown: HttpException): Error {
  const methods = allowedMethods(request.app, request.path);
  if (methods.length === 0 || methods.includes(request.method)) return thrown;
  return new EdgeError('method-not-allowed', `This address answers ${methods.join(', ')}.`, {
    headers: { Allow: methods.join(', ') },
  });
}
