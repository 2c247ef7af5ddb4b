import { createHash } from 'node:crypto';
import { type Instant } from '#statechart';

/** Everything that happened in a run, one line a step: the same seed gives the same trace. */
export class Trace {
  readonly #lines: string[] = [];
  readonly #start: Instant;

  constructor(start: Instant) {
    this.#start = start;
  }

  add(now: Instant, line: string): void {
    this.#lines.push(`${((now - this.#start) / 1000).toFixed(3)} ${line}`);
  }

  get length(): number {
    return this.#lines.length;
  }

  tail(lines: number): string {
    return this.#lines.slice(-lines).join('\n');
  }

  digest(): string {
    return createHash('sha256').update(this.#lines.join('\n')).digest('hex');
  }
}

/** A journey's id, or one that begins with it, short enough for a line. */
export function short(id: string): string {
  return id.replace(/^([0-9a-f]{4})[0-9a-f]{4}-[0-9a-f-]{27}/, '$1');
}
