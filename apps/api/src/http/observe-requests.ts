import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '#assembly';
import { requestId } from './request-id.js';

/**
 * One log line and one measurement for each request. They name the route's pattern, never the address that was asked, and
 * of its parameters only ids of our own making.
 */
export function observeRequests(logger: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint();
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const route = routeOf(request);
      const labels = { method: request.method, route, status: String(response.statusCode) };
      metrics.requests.observe(labels, seconds);
      logger.info(
        { request: requestId(request), ...labels, ms: Math.round(seconds * 1e6) / 1e3, ...idsOf(request) },
        'request',
      );
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

const ID = /^[0-9a-f-]{36}(-\d{1,10})?$/;

function idsOf(request: Request): { readonly journey?: string; readonly dispatch?: string } {
  const { journey, dispatch } = request.params;
  return {
    ...(typeof journey === 'string' && ID.test(journey) && { journey }),
    ...(typeof dispatch === 'string' && ID.test(dispatch) && { dispatch }),
  };
}
