import { type Instant } from '#statechart';

/**
 * Job queue as a hint: tells workers that there is something to do. It may lose everything at any moment, and may ring twice:
 * what Postgres says is due is rung again, and doing is safe to repeat. Rings carry ids only. Rejects with `RetryableError` when
 * out of reach; callers go on, for the relay rings again.
 */
export abstract class Doorbell {
  abstract ring(dispatches: readonly Ring[]): Promise<void>;
  /** Rings for a journey's timers, now or at `at` by calendar time. */
  abstract wake(journeys: readonly { readonly journey: string; readonly at?: Instant }[]): Promise<void>;
}

/** Job for a worker of a role: one dispatch to perform. */
export interface Ring {
  readonly dispatch: string;
  /** Whose queue: a role's, for authorities are too many to have one each. */
  readonly role: string;
  /** Absent: the first ring for it. */
  readonly delivery?: Redelivery;
}

/**
 * Redelivery of a ring; an earlier job for the same dispatch must not stand in its way. `repeat`: it was first rung for at
 * `rungAt` by calendar time; while jobs from before then still wait, the queue is merely behind and need not be rung again. `retry`: it has been
 * tried, and a job of its own may wait for the next attempt.
 */
export type Redelivery = { readonly kind: 'repeat'; readonly rungAt: Instant } | { readonly kind: 'retry' };
