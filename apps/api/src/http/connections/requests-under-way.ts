import { type RequestHandler, type Response } from 'express';

/**
 * In-flight requests: knows which have come and are not yet answered, so that a process that ends answers what it has taken. An open stream of
 * events has been answered: it ends when the process tells it to.
 */
export class RequestsUnderWay {
  readonly #open = new Set<Response>();
  #ending = false;
  #answered: () => void = () => undefined;

  follow(): RequestHandler {
    return (_request, response, next) => {
      this.#open.add(response);
      response.once('close', () => {
        this.#open.delete(response);
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

function isStream(response: Response): boolean {
  return response.headersSent && String(response.getHeader('content-type')).startsWith('text/event-stream');
}
