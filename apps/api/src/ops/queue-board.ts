import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bullmq';
import type { RequestHandler } from 'express';
import { TokenError, bearerToken } from '#identity';
import type { Attempts } from '../limits/attempts.js';
import { EdgeError } from '../problem/edge-error.js';
import { tokenOfCookie } from './ops-cookie.js';

export const BOARD_PATH = '/ops/queues';

/**
 * Bull Board over the queues, to look and not to touch: a job is only a ring, and what ops do is done over `/v1/ops`,
 * where it is recorded and outlives the queue.
 *
 * @param queues by name
 */
export function queueBoard(queues: ReadonlyMap<string, Queue>): RequestHandler {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: Array.from(queues, ([name, queue]) => new NamedQueue(name, queue)),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Overgang' } },
  });
  return adapter.getRouter() as RequestHandler;
}

/** A queue under the name by which we know it: what it is called in Redis has braces around it. */
class NamedQueue extends BullMQAdapter {
  constructor(
    private readonly name: string,
    queue: Queue,
  ) {
    super(queue, { readOnlyMode: true });
  }

  override getName(): string {
    return this.name;
  }
}

/** Lets ops through, by bearer token or by the cookie of `POST /v1/ops/session`, and nobody else. */
export function opsOnly(attempts: Attempts): RequestHandler {
  return (request, _response, next) => {
    const { authorization, cookie } = request.headers;
    const check = async (): Promise<void> => {
      const { roles } = await attempts.signIn(request, () => {
        const token = authorization === undefined ? tokenOfCookie(cookie) : bearerToken(authorization);
        if (token !== undefined) return token;
        throw new TokenError(
          'missing-token',
          'Send an ops token to POST /v1/ops/session first; it sets a cookie.',
        );
      });
      if (!roles.includes('ops'))
        throw new EdgeError('forbidden', 'The queues are for callers with the role "ops".');
    };
    check().then(() => next(), next);
  };
}
