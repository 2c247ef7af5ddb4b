import { type Period } from '#calendar';

/** How an authority, or one of its services, behaves for now. What is left out is as usual. */
export interface Knobs {
  /** Milliseconds before anything happens. */
  readonly latency?: number;
  /** Connections are cut without a word. */
  readonly outage?: boolean;
  /** Requests are taken and never answered. */
  readonly silent?: boolean;
  /** Planned downtime: 503 with `Retry-After` in seconds. */
  readonly downtime?: { readonly retryAfter: number };
  /** Share of requests that fail with 500, 0 to 1. */
  readonly errorRate?: number;
  /** The next so many requests fail with 500; nothing is done. */
  readonly failNext?: number;
  /** The next so many requests are done, but the connection is cut before the answer. */
  readonly loseNext?: number;
  /** Requests are refused with this code: the next `times`, or all. */
  readonly refuse?: { readonly code: string; readonly times?: number; readonly immediately?: boolean };
  /** How long after a request a service that answers later calls back, by calendar time: milliseconds, or a period as `P3W`. */
  readonly callbackAfter?: number | Period;
  /** Callbacks wait until they are released. */
  readonly hold?: boolean;
  /** Callbacks and events are sent twice; a service that answers at once also calls back. */
  readonly duplicate?: boolean;
  /** Callbacks wait for a later one, which then goes first. */
  readonly outOfOrder?: boolean;
}

/** The knobs of one authority: its own, and those of single services, which go before. */
export class KnobBoard {
  #own: Knobs = {};
  readonly #services = new Map<string, Knobs>();

  /** Replaces the knobs of the authority, or of one operation. */
  set(knobs: Knobs, operation?: string): void {
    if (operation === undefined) this.#own = knobs;
    else this.#services.set(operation, knobs);
  }

  get(operation?: string): Knobs {
    return (operation === undefined ? this.#own : this.#services.get(operation)) ?? {};
  }

  /** Every set of knobs that is not empty, by operation; those of the authority under the empty name. */
  all(): { readonly authority: Knobs; readonly services: Readonly<Record<string, Knobs>> } {
    return { authority: this.#own, services: Object.fromEntries(this.#services) };
  }

  /** What holds for an operation. */
  effective(operation: string): Knobs {
    return { ...this.#own, ...this.#services.get(operation) };
  }

  /** Whether the next request of an operation is one of those a counting knob is meant for; counts it if so. */
  take(operation: string, knob: 'failNext' | 'loseNext'): boolean {
    const level = this.#levelOf(operation, knob);
    const left = this.get(level)[knob] ?? 0;
    if (left <= 0) return false;
    this.set({ ...this.get(level), [knob]: left - 1 }, level);
    return true;
  }

  /** The refusal that a request of an operation gets from the knobs; counts it. */
  takeRefusal(operation: string): { readonly code: string; readonly immediately: boolean } | undefined {
    const level = this.#levelOf(operation, 'refuse');
    const { refuse, ...others } = this.get(level);
    if (!refuse || refuse.times === 0) return undefined;
    if (refuse.times !== undefined) {
      const times = refuse.times - 1;
      this.set(times > 0 ? { ...others, refuse: { ...refuse, times } } : others, level);
    }
    return { code: refuse.code, immediately: refuse.immediately ?? false };
  }

  #levelOf(operation: string, knob: keyof Knobs): string | undefined {
    return this.#services.get(operation)?.[knob] === undefined ? undefined : operation;
  }
}
