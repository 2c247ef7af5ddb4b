import { type RequestHandler, type Response } from 'express';
import { EdgeError } from '../../problem/edge-error.js';
import { type ShedLoad } from './shed-load.js';

/** Who is asking, as far as places go: no kind can take another's. */
export type PlaceKind = 'public' | 'signed-in' | 'authority';

const RETRY_AFTER_SECONDS = '1';

/**
 * Admission control: so many requests of each kind are worked on at once, and whoever comes beyond that is told to come again.
 * When what stands behind us is slow, requests would otherwise pile up until memory runs out, and all be answered too late.
 *
 * A place is taken when the caller is known and the body is there, so that it is held for work alone, never for waiting on
 * somebody who sends slowly. It is free again when the work is done and its answer taken: whoever gives up leaves work behind, and
 * whoever does not read leaves an answer.
 */
export class Places {
  readonly #taken: Readonly<Record<PlaceKind, Set<Response>>> = {
    public: new Set(),
    'signed-in': new Set(),
    authority: new Set(),
  };

  readonly #most: number;
  readonly #shed: ShedLoad;

  /** @param most of each kind */
  constructor(most: number, shed: ShedLoad) {
    this.#most = most;
    this.#shed = shed;
  }

  /**
   * @returns to be called when the work is done
   * @throws EdgeError `unavailable` when there is none left
   */
  take(kind: PlaceKind, response: Response): () => void {
    const taken = this.#taken[kind];
    if (taken.size >= this.#most) {
      this.#shed.count(kind);
      throw new EdgeError('unavailable', 'Too many requests are under way; come again shortly.', {
        headers: { 'Retry-After': RETRY_AFTER_SECONDS },
      });
    }
    // Whoever has gone hears no answer, and of a response that is closed we would never hear again.
    if (response.destroyed) throw new EdgeError('malformed-request', 'The caller has gone.');
    taken.add(response);
    let pending = 2;
    const free = (): void => {
      pending -= 1;
      if (pending === 0) taken.delete(response);
    };
    response.once('close', free);
    return free;
  }

  /** Gives a place back before the answer has ended: an open stream of events is no work under way. */
  leave(response: Response): void {
    for (const taken of Object.values(this.#taken)) taken.delete(response);
  }

  /** For what is served by no route of ours, nearly at once. */
  admit(kind: PlaceKind): RequestHandler {
    return (_request, response, next) => {
      const done = this.take(kind, response);
      done();
      next();
    };
  }
}
