import { type Logger } from 'pino';
import { type Metrics } from '#telemetry';

/** What there was too much of. */
export type ShedReason = 'public' | 'signed-in' | 'authority' | 'bodies' | 'connections' | 'address';

const WINDOW_MS = 10_000;

/**
 * Load shedding, counted: what is turned away must cost next to nothing, so it has no line of its own in the log. The first is
 * told at once, then the sum of every ten seconds as long as it goes on.
 */
export class ShedLoad {
  readonly #since = new Map<ShedReason, number>();
  #timer: NodeJS.Timeout | undefined;
  readonly #window: number;
  readonly #logger: Logger;
  readonly #metrics: Pick<Metrics, 'shed'>;

  constructor(logger: Logger, metrics: Pick<Metrics, 'shed'>, window = WINDOW_MS) {
    this.#window = window;
    this.#logger = logger;
    this.#metrics = metrics;
  }

  count(reason: ShedReason): void {
    this.#metrics.shed.inc({ reason });
    this.#since.set(reason, (this.#since.get(reason) ?? 0) + 1);
    if (this.#timer === undefined) this.#tell();
  }

  #tell(): void {
    this.#timer = undefined;
    if (this.#since.size === 0) return;
    this.#logger.warn({ shed: Object.fromEntries(this.#since) }, 'load was shed');
    this.#since.clear();
    this.#timer = setTimeout(() => this.#tell(), this.#window).unref();
  }
}
