import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { type Queue } from 'bullmq';
import { type Express, type RequestHandler } from 'express';
import { type Caller, readBearerToken, TokenError } from '#identity';
import { type WallClock, type OpsSessionStore } from '#runtime';
import { type KnownRequest } from '../access/calling.js';
import { type Attempts } from '../limits/attempts.js';
import { LRUCache } from 'lru-cache';
import { type AuditTrail } from '../audit/audit-trail.js';
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
  readonly #name: string;

  constructor(name: string, queue: Queue) {
    super(queue, { readOnlyMode: true });
    this.#name = name;
  }

  override getName(): string {
    return this.#name;
  }
}

/** Milliseconds for which the board stays open to one who has opened it: it asks for itself every few seconds. */
const OPENED_FOR = 15 * 60 * 1000;

export interface BoardAccess {
  readonly attempts: Attempts;
  readonly sessions: OpsSessionStore;
  readonly trail: AuditTrail;
}

/**
 * Lets ops through, by bearer token or by the session of `POST /v1/ops/session`, and nobody else; who has opened the board is in
 * the audit log.
 */
export function opsOnly({ attempts, sessions, trail }: BoardAccess, clock: WallClock): RequestHandler {
  const opened = new LRUCache<string, true>({ max: 1_000, ttl: OPENED_FOR });
  const callerOf = async (request: KnownRequest): Promise<Caller> => {
    const { authorization, cookie } = request.headers;
    const named = authorization === undefined ? sessionOfCookie(cookie) : undefined;
    const session = named === undefined ? undefined : await sessions.find(named, clock.now());
    if (session) return { ...session, role: 'ops' };
    return attempts.signIn(request, () => {
      if (authorization !== undefined) return readBearerToken(authorization);
      throw new TokenError(
        'missing-token',
        'Send an ops token to POST /v1/ops/session first; it sets a cookie.',
      );
    });
  };
  const check = async (request: KnownRequest): Promise<void> => {
    const { person, role } = (request.caller = await callerOf(request));
    if (role !== 'ops') throw new EdgeError('forbidden', 'The queues are for callers with the role "ops".');
    if (opened.has(person)) return;
    const entry = await trail.begin({ actor: `ops:${person}`, action: 'board-opened', subjects: [] });
    opened.set(person, true);
    await trail.conclude(entry, 'done');
  };
  return (request, _response, next) => {
    check(request).then(() => next(), next);
  };
}
