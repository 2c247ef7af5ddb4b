/** Debouncing: runs the work of a key once nothing has asked for it again for a while. */
export class Debounce {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #milliseconds: number;
  readonly #work: (key: string) => void;

  constructor(milliseconds: number, work: (key: string) => void) {
    this.#milliseconds = milliseconds;
    this.#work = work;
  }

  ask(key: string): void {
    clearTimeout(this.#timers.get(key));
    const run = (): void => {
      this.#timers.delete(key);
      this.#work(key);
    };
    this.#timers.set(key, setTimeout(run, this.#milliseconds));
  }
}
