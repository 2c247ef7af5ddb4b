import { type Chaining } from '#runtime';
import { type Metrics } from '#telemetry';
import { type Rounds } from '../round-loop.js';

/** Chaining in rounds, with its lag as a metric. */
export class ChainRounds implements Rounds {
  readonly name = 'the chaining of the access log';
  readonly #chaining: Pick<Chaining, 'round'>;
  #wholeAt = performance.now();

  constructor(chaining: Pick<Chaining, 'round'>, metrics: Pick<Metrics, 'followChains'>) {
    this.#chaining = chaining;
    metrics.followChains(() => (performance.now() - this.#wholeAt) / 1000);
  }

  async round(): Promise<boolean> {
    const asOf = performance.now();
    const { more, elsewhere } = await this.#chaining.round();
    if (!more && !elsewhere) this.#wholeAt = asOf;
    return more;
  }
}
