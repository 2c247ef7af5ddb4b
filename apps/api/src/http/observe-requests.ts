import { type Request, type RequestHandler } from 'express';
import { type Logger } from 'pino';
import { bearerOf } from '#identity';
import { type Metrics } from '#telemetry';
import { type KnownRequest } from '../access/calling.js';
import { type AnsweredProblem } from '../problem/problem.filter.js';
import { clientAddress } from './client-address.js';
import { type Pseudonyms } from './pseudonyms.js';
import { requestId } from './request-id.js';

/**
 * Access log and request metrics: one line and one measurement for each request. They name the route's pattern, never the address that was asked, and
 * of its parameters only ids of our own making; of the caller and where they are, the pseudonyms of the day.
 *
 * What was shed has no line: it is counted, and must cost nothing.
 */
export function observeRequests(logger: Logger, metrics: Metrics, pseudonyms: Pseudonyms): RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint();
    // Of a connection that has been closed nobody knows whose it was.
    const address = clientAddress(request);
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const route = routeOf(request);
      const labels = { method: request.method, route, status: String(response.statusCode) };
      metrics.requests.observe(labels, seconds);
      const problem = response.locals['problem'] as AnsweredProblem | undefined;
      if (problem?.shed === true) return;
      const line = {
        request: requestId(request),
        ...labels,
        ms: Math.round(seconds * 1e6) / 1e3,
        address: pseudonyms.of('address', address),
        ...callerOf(request, pseudonyms),
        ...idsOf(request),
        ...(problem && { problem: problem.code, cause: problem.cause }),
      };
      logger.info(line, 'request');
    });
    next();
  };
}

const BOARD = '/ops/queues';

function routeOf(request: Request): string {
  if (request.originalUrl.startsWith(BOARD)) return BOARD;
  const route: unknown = (request.route as { path?: unknown } | undefined)?.path;
  return typeof route === 'string' ? route : 'none';
}

function callerOf({ caller, authority }: KnownRequest, pseudonyms: Pseudonyms): object {
  return {
    ...(caller && { caller: pseudonyms.of('person', bearerOf(caller)), role: caller.role }),
    ...(authority !== undefined && { authority }),
  };
}

const ID = /^[0-9a-f-]{36}(-\d{1,10})?$/;

function idsOf(request: Request): { readonly journey?: string; readonly dispatch?: string } {
  const { journey, dispatch } = request.params;
  return {
    ...(typeof journey === 'string' && ID.test(journey) && { journey }),
    ...(typeof dispatch === 'string' && ID.test(dispatch) && { dispatch }),
  };
}
