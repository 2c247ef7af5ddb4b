import type { RequestHandler } from 'express';
import { RetryableError } from '#runtime';

const SOON = 1_000;

/**
 * Lets so many requests be under way at once; whoever comes beyond that is told to come again soon. When what stands behind us
 * is slow, requests would otherwise pile up until memory runs out, and all be answered too late.
 * Streams stay open by design and are not counted; health and metrics must answer most of all then.
 */
export function admitRequests(most: number): RequestHandler {
  let underWay = 0;
  return (request, response, next) => {
    if (isExempt(request.path)) return next();
    if (underWay >= most) {
      return next(new RetryableError(`${most} requests are under way`, { retryAfter: SOON }));
    }
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    next();
  };
}

function isExempt(path: string): boolean {
  return path.endsWith('/stream') || path.startsWith('/health') || path === '/metrics';
}
