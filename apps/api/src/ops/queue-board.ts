import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bullmq';
import type { Express, RequestHandler } from 'express';
import { TokenError, bearerToken } from '#identity';
import type { Clock, SessionStore } from '#runtime';
import type { KnownRequest } from '../access/calling.js';
import type { Attempts } from '../limits/attempts.js';
import { EdgeError } from '../problem/edge-error.js';
import { sessionOfCookie } from './ops-cookie.js';

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
    options: { uiConfig: { boardTitle: 'Overgang', hideRedisDetails: true } },
  });
  const board = adapter.getRouter() as Express;
  board.disable('x-powered-by');
  return (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    board(request, response, next);
  };
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

/** Lets ops through, by bearer token or by the session of `POST /v1/ops/session`, and nobody else. */
export function opsOnly(attempts: Attempts, sessions: SessionStore, clock: Clock): RequestHandler {
  const check = async (request: KnownRequest): Promise<void> => {
    const { authorization, cookie } = request.headers;
    const named = authorization === undefined ? sessionOfCookie(cookie) : undefined;
    const session = named === undefined ? undefined : await sessions.find(named, clock.now());
    if (session) return;
    const caller = await attempts.signIn(request, () => {
      if (authorization !== undefined) return bearerToken(authorization);
      throw new TokenError(
        'missing-token',
        'Send an ops token to POST /v1/ops/session first; it sets a cookie.',
      );
    });
    request.caller = caller;
    if (caller.role !== 'ops') {
      throw new EdgeError('forbidden', 'The queues are for callers with the role "ops".');
    }
  };
  return (request, _response, next) => {
    check(request).then(() => next(), next);
  };
}
