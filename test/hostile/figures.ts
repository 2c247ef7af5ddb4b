import { type Operation } from '../e2e/api/operations.js';
import { describeShot, type Shot } from './shot.js';
import { type Outcome } from './wire.js';

interface Count {
  asked: number;
  succeeded: number;
}

/** A kind of fault, with the first requests that met it. */
interface FaultKind {
  times: number;
  readonly examples: string[];
}

const EXAMPLES = 3;

/** What the run has seen, in numbers. */
export class Figures {
  readonly #statuses = new Map<string, number>();
  readonly #operations: ReadonlyMap<string, Count>;
  readonly #faults = new Map<string, FaultKind>();
  readonly #begun = performance.now();
  requests = 0;
  succeeded = 0;
  rawConnections = 0;
  shed = 0;
  limited = 0;
  #slowest: { readonly took: number; readonly what: string } = { took: 0, what: '' };

  constructor(operations: readonly Operation[]) {
    this.#operations = new Map(operations.map(({ name }) => [name, { asked: 0, succeeded: 0 }]));
  }

  count(shot: Shot, operation: Operation | undefined, outcome: Outcome): void {
    this.requests += 1;
    const known = operation && this.#operations.get(operation.name);
    if (known) known.asked += 1;
    const kind = outcome.kind === 'answered' ? `${Math.floor(outcome.answer.status / 100)}xx` : outcome.kind;
    this.#statuses.set(kind, (this.#statuses.get(kind) ?? 0) + 1);
    if (outcome.kind !== 'answered') return;
    const { status, took } = outcome.answer;
    if (status >= 200 && status < 300) {
      this.succeeded += 1;
      if (known) known.succeeded += 1;
    }
    if (status === 503) this.shed += 1;
    if (status === 429) this.limited += 1;
    if (took > this.#slowest.took)
      this.#slowest = { took, what: `${shot.method} ${shot.path.slice(0, 100)}` };
  }

  fault(what: string, where: string, shot?: Shot): void {
    // Numbers and ids tell occurrences apart, not kinds.
    const kind = `${where}: ${what}`.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\d+)?/g, '…');
    const known = this.#faults.get(kind) ?? { times: 0, examples: [] };
    known.times += 1;
    if (known.examples.length < EXAMPLES && shot) known.examples.push(describeShot(shot));
    this.#faults.set(kind, known);
  }

  faults(): readonly string[] {
    return [...this.#faults].map(
      ([kind, { times, examples }]) => `${kind} (${times} times)\n  ${examples.join('\n  ')}`,
    );
  }

  /** How often an operation has succeeded. */
  successes({ name }: Operation): number {
    return this.#operations.get(name)?.succeeded ?? 0;
  }

  /** Operations that never succeeded. */
  never(): readonly string[] {
    return [...this.#operations].flatMap(([name, { succeeded }]) => (succeeded > 0 ? [] : [name]));
  }

  share(): number {
    return this.succeeded / this.requests;
  }

  describe(): string {
    const seconds = (performance.now() - this.#begun) / 1_000;
    const operations = [...this.#operations].map(
      ([name, { asked, succeeded }]) =>
        `  ${String(asked).padStart(6)} ${String(succeeded).padStart(6)}  ${name}`,
    );
    const statuses = [...this.#statuses].sort().map(([kind, times]) => `${kind}: ${times}`);
    return [
      `${this.requests} requests in ${seconds.toFixed(0)} s (${(this.requests / seconds).toFixed(0)}/s), ${(100 * this.share()).toFixed(1)} % succeeded; ${statuses.join(', ')}`,
      `${this.rawConnections} raw connections; told to come again: ${this.shed} by 503, ${this.limited} by 429`,
      `slowest: ${this.#slowest.took.toFixed(0)} ms, ${this.#slowest.what}`,
      '   asked   done  operation',
      ...operations,
    ].join('\n');
  }
}
