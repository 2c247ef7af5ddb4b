/**
 * Aborts its signal after `milliseconds`, or with `outer`. To be released when what it limits is over: unlike what
 * `AbortSignal.any` makes, it then leaves nothing behind on an outer signal that outlives many calls.
 */
export class TimeLimit {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #abort = (): void => this.#controller.abort();
  #exceeded = false;

  constructor(milliseconds: number, outer?: AbortSignal) {
    this.#outer = outer;
    this.#timer = setTimeout(() => {
      this.#exceeded = true;
      this.#abort();
    }, milliseconds);
    outer?.addEventListener('abort', this.#abort);
    if (outer?.aborted) this.#abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether time ran out. */
  get exceeded(): boolean {
    return this.#exceeded;
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener('abort', this.#abort);
  }
}
