import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bullmq';
import type { RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import { TokenError, bearerToken } from '#identity';
import type { TokenVerifier } from '#identity';
import type { AuditTrail } from '../audit/audit-trail.js';
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

/** Milliseconds for which the board stays open to one who has opened it: it asks for itself every few seconds. */
const OPENED_FOR = 15 * 60 * 1000;

/**
 * Lets ops through, by bearer token or by the cookie of `POST /v1/ops/session`, and nobody else; who has opened the board is in
 * the audit log.
 */
export function opsOnly(tokens: TokenVerifier, trail: AuditTrail): RequestHandler {
  const opened = new LRUCache<string, true>({ max: 1_000, ttl: OPENED_FOR });
  return (request, _response, next) => {
    const { authorization, cookie } = request.headers;
    const check = async (): Promise<void> => {
      const token = authorization === undefined ? tokenOfCookie(cookie) : bearerToken(authorization);
      if (token === undefined) {
        throw new TokenError(
          'missing-token',
          'Send an ops token to POST /v1/ops/session first; it sets a cookie.',
        );
      }
      const { roles, person } = await tokens.verify(token);
      if (!roles.includes('ops'))
        throw new EdgeError('forbidden', 'The queues are for callers with the role "ops".');
      if (opened.has(person)) return;
      const entry = await trail.begin({ actor: `ops:${person}`, action: 'board-opened', subjects: [] });
      opened.set(person, true);
      await trail.conclude(entry, 'done');
    };
    check().then(() => next(), next);
  };
}
