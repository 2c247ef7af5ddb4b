import { type Instant } from '#statechart';
import { type SeededRandom } from '../support/seeded-random.js';
import { Agenda } from './agenda.js';
import { type Trace } from './trace.js';

/** Something that can die. */
export interface Mortal {
  readonly name: string;
  readonly alive: boolean;
}

export interface Step {
  /** One line for the trace. */
  readonly label: string;
  /** Whose step it is: it is not taken once this has died. */
  readonly of?: Mortal;
  run(): void;
}

/**
 * The only source of time and of order. What waits for the world (a port's effect, its return, a message, a pause) is a step
 * here; one is taken at a time, picked by chance among all that could be next, and followed until nothing moves any more.
 */
export class Scheduler {
  readonly #ready: Step[] = [];
  readonly #later = new Agenda<Step>();
  #now: Instant;
  readonly #random: SeededRandom;
  readonly #trace: Trace;

  constructor(start: Instant, random: SeededRandom, trace: Trace) {
    this.#random = random;
    this.#trace = trace;
    this.#now = start;
  }

  get now(): Instant {
    return this.#now;
  }

  /** When the next step is due that cannot be taken yet. */
  get next(): Instant | undefined {
    return this.#later.next;
  }

  /** May be taken from now on. */
  soon(step: Step): void {
    this.#ready.push(step);
  }

  /** May be taken from `at` on. */
  at(at: Instant, step: Step): void {
    this.#later.add(at, step);
  }

  sleep(milliseconds: number, label: string): Promise<void> {
    return new Promise(resolve => this.at(this.#now + milliseconds, { label, run: resolve }));
  }

  /** Time moves here and nowhere else. Never backwards. */
  moveTo(instant: Instant): void {
    this.#now = Math.max(this.#now, instant);
    while (this.#later.next !== undefined && this.#later.next <= this.#now) {
      this.#ready.push(this.#later.take()!);
    }
  }

  /** Takes one step and all that follows from it at once. @returns false when there is none */
  async turn(): Promise<boolean> {
    const ready = this.#ready;
    if (ready.length === 0) return false;
    const place = this.#random.whole(0, ready.length - 1);
    const step = ready[place]!;
    ready[place] = ready[ready.length - 1]!;
    ready.pop();
    if (step.of && !step.of.alive) return true;
    this.#trace.add(this.#now, step.label);
    step.run();
    await quiet();
    return true;
  }
}

/** Resolves when every promise that could go on has gone on. */
function quiet(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve);
  });
}
