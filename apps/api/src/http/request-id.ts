import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';

const ids = new WeakMap<IncomingMessage, string>();

/** Correlation id of a request, in our logs and in the problem documents it gives. Ours alone: callers do not choose it. */
export function requestId(request: IncomingMessage): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const id = randomUUID();
  ids.set(request, id);
  return id;
}
