import type { RequestHandler, Response } from 'express';
import { RetryableError } from '#runtime';

const SOON = 1_000;

/**
 * Knows which requests have been taken and not yet answered.
 *
 * It lets so many in at once; whoever comes beyond that is told to come again soon. When what stands behind us is slow, requests
 * would otherwise pile up until memory runs out, and all be answered too late. And it lets a process that ends answer
 * what it has taken. An open stream of events has been answered: it ends when the process tells it to.
 */
export class RequestsUnderWay {
  readonly #most: number;
  readonly #open = new Set<Response>();
  #limited = 0;
  #ending = false;
  #answered: () => void = () => undefined;

  constructor(most: number) {
    this.#most = most;
  }

  admit(): RequestHandler {
    return (request, response, next) => {
      const limited = !isUnlimited(request.path);
      if (limited && this.#limited >= this.#most) {
        return next(new RetryableError(`${this.#most} requests are under way`, { retryAfter: SOON }));
      }
      this.#open.add(response);
      if (limited) this.#limited += 1;
      response.once('close', () => {
        this.#open.delete(response);
        if (limited) this.#limited -= 1;
        if (this.#ending && this.#count() === 0) this.#answered();
      });
      // The next request of this caller belongs to another process.
      if (this.#ending) response.set('Connection', 'close');
      next();
    };
  }

  /** From now on whoever is answered is told that this was the last time. */
  beLast(): void {
    this.#ending = true;
  }

  /** Resolves when all are answered, or after `within` milliseconds. */
  async end(within: number): Promise<void> {
    this.beLast();
    if (this.#count() === 0) return;
    await new Promise<void>(resolve => {
      const late = setTimeout(resolve, within);
      this.#answered = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  #count(): number {
    return [...this.#open].filter(response => !isStream(response)).length;
  }
}

/** Streams stay open by design; health and metrics must answer most of all when there is too much to do. */
function isUnlimited(path: string): boolean {
  return path.endsWith('/stream') || path.startsWith('/health') || path === '/metrics';
}

function isStream(response: Response): boolean {
  return response.headersSent && String(response.getHeader('content-type')).startsWith('text/event-stream');
}
