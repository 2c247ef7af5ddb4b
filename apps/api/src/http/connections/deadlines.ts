import { type Server } from 'node:http';
import { cutStalledAnswers } from './stalled-answers.js';

/** Milliseconds that callers may take. */
export interface Deadlines {
  /** For the head of a request, from the connection or the request before. */
  readonly head: number;
  /** For a body, from when it is asked for. */
  readonly body: number;
  /** For the content of a document. */
  readonly document: number;
  /** For a whole request, read or thrown away. */
  readonly request: number;
  /** Between one request and the next. */
  readonly idle: number;
  /** To take a piece of what was answered. */
  readonly stalled: number;
  /** For what is sent after it was answered. */
  readonly linger: number;
}

export const DEADLINES: Deadlines = {
  head: 10_000,
  body: 10_000,
  document: 50_000,
  request: 60_000,
  idle: 5_000,
  stalled: 30_000,
  linger: 1_000,
};

/**
 * Request timeouts: has a server cut off whoever is slower than that.
 *
 * @param server that does not listen yet
 */
export function keepDeadlines(server: Server, deadlines: Deadlines): void {
  const { head, request, idle, stalled } = deadlines;
  server.headersTimeout = head;
  server.requestTimeout = request;
  server.keepAliveTimeout = idle;
  cutStalledAnswers(server, stalled);
  // An option of `createServer`, which Nest calls: how often the first two are looked at.
  Object.assign(server, { connectionsCheckingInterval: Math.min(1_000, head) });
}
