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

/** Whose knobs are meant: of a role, of one of its operations, or of an authority that takes it. */
export interface KnobLevel {
  readonly operation?: string | undefined;
  /** The municipality or region. */
  readonly askedOf?: string | undefined;
}

/** The knobs of one role: its own, before those the ones of single services, and before those the ones of single authorities. */
export class KnobBoard {
  #own: Knobs = {};
  readonly #services = new Map<string, Knobs>();
  readonly #authorities = new Map<string, Knobs>();

  /** Replaces the knobs of the role, of one operation, or of one authority. */
  set(knobs: Knobs, { operation, askedOf }: KnobLevel = {}): void {
    if (askedOf !== undefined) this.#authorities.set(askedOf, knobs);
    else if (operation !== undefined) this.#services.set(operation, knobs);
    else this.#own = knobs;
  }

  get({ operation, askedOf }: KnobLevel = {}): Knobs {
    if (askedOf !== undefined) return this.#authorities.get(askedOf) ?? {};
    return (operation === undefined ? this.#own : this.#services.get(operation)) ?? {};
  }

  /** Every set of knobs. */
  all(): {
    readonly authority: Knobs;
    readonly services: Readonly<Record<string, Knobs>>;
    readonly authorities: Readonly<Record<string, Knobs>>;
  } {
    return {
      authority: this.#own,
      services: Object.fromEntries(this.#services),
      authorities: Object.fromEntries(this.#authorities),
    };
  }

  /** What holds for a request. */
  effective({ operation = '', askedOf = '' }: KnobLevel): Knobs {
    return { ...this.#own, ...this.#services.get(operation), ...this.#authorities.get(askedOf) };
  }

  /** Whether the next request is one of those a counting knob is meant for; counts it if so. */
  take(request: KnobLevel, knob: 'failNext' | 'loseNext'): boolean {
    const level = this.#levelOf(request, knob);
    const left = this.get(level)[knob] ?? 0;
    if (left <= 0) return false;
    this.set({ ...this.get(level), [knob]: left - 1 }, level);
    return true;
  }

  /** The refusal that a request gets from the knobs; counts it. */
  takeRefusal(request: KnobLevel): { readonly code: string; readonly immediately: boolean } | undefined {
    const level = this.#levelOf(request, 'refuse');
    const { refuse, ...others } = this.get(level);
    if (!refuse || refuse.times === 0) return undefined;
    if (refuse.times !== undefined) {
      const times = refuse.times - 1;
      this.set(times > 0 ? { ...others, refuse: { ...refuse, times } } : others, level);
    }
    return { code: refuse.code, immediately: refuse.immediately ?? false };
  }

  /** The closest level that says something of a knob. */
  #levelOf({ operation, askedOf }: KnobLevel, knob: keyof Knobs): KnobLevel {
    const says = (level: KnobLevel): boolean => this.get(level)[knob] !== undefined;
    if (askedOf !== undefined && says({ askedOf })) return { askedOf };
    return says({ operation }) ? { operation } : {};
  }
}
