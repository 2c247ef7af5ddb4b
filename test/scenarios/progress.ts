import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * *Checkpoint* of a long run: a file with one scenario a line that has held. A run that is given the file of one that was ended
 * plays what is left; once all have held, the next run plays all of them again.
 */
export class Progress {
  readonly #file: string | undefined;
  readonly #total: number;
  /** Scenarios still to be played. */
  readonly left: readonly string[];
  #held: number;

  /** @param file where it is kept; unless given, all are played and nothing is said */
  constructor(file: string | undefined, scenarios: readonly string[]) {
    this.#file = file;
    this.#total = scenarios.length;
    const lines = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    const left = scenarios.filter(scenario => !lines.includes(scenario));
    if (file !== undefined && left.length === 0) rmSync(file, { force: true });
    this.left = left.length > 0 ? left : scenarios;
    this.#held = scenarios.length - this.left.length;
  }

  /** Whether some have held in an earlier run. */
  get resumes(): boolean {
    return this.left.length < this.#total;
  }

  /** Keeps that a scenario has held, and says how far the run has come. */
  held(scenario: string): void {
    if (this.#file === undefined) return;
    this.#held += 1;
    appendFileSync(this.#file, `${scenario}\n`);
    process.stderr.write(`${this.#held} of ${this.#total} have held: ${scenario}\n`);
  }
}
