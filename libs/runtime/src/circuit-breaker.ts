import { type Instant } from '#statechart';
import { officeOf } from './role-of.js';

/** A call to an authority, as the breaker sees it. */
export interface GuardedCall {
  readonly id: string;
  readonly service: string;
  readonly authority: string;
  /** When ops last asked for it to be tried again. */
  readonly reopenedAt?: Instant;
}

interface Circuit {
  /** Dispatches that have failed since one succeeded. */
  readonly failing: Set<string>;
  open?: Open;
}

interface Open {
  readonly since: Instant;
  told: boolean;
  pause: number;
  probeAt: Instant;
  failedAt: Instant;
  probe: string | undefined;
  /** Comes back for the next probe, should the last one not come. */
  standIn: string | undefined;
}

const SECOND = 1_000;

/** So many dispatches in a row, all different, must fail for their authority to be down. */
const FAILURES = 5;
/** First pause between two probes, in milliseconds; doubled with each that fails. */
const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = 30 * SECOND;
/** Milliseconds for which it must have been down for somebody to be told: most that fail so soon are back so soon. */
const TOLD_AFTER = 60 * SECOND;

/** Milliseconds after which one that is held back comes back at the latest, should nobody ring for it before. */
const HELD_BACK = 20 * 60 * SECOND;

/**
 * Circuit breaker for each authority in each of its roles, in the memory of one process: while an authority is down, one dispatch at a time probes
 * it, and the others wait. One of those comes back for the next probe, for the last one may have gone to another process; all
 * others come back much later, so that a long backlog costs little. Dispatches that have not failed yet are let through before
 * those that have: a request that an authority cannot take, and answers with 500 each time, would otherwise keep it shut for
 * everybody. A healthy authority has no entry here.
 */
export class CircuitBreaker {
  readonly #circuits = new Map<string, Circuit>();
  readonly #random: () => number;

  /** @param random in [0, 1) */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** When what has just failed is to come back; undefined while its authority is not known to be down. */
  afterProbe(call: Pick<GuardedCall, 'service' | 'authority'>): Instant | undefined {
    const open = this.#circuits.get(officeOf(call))?.open;
    return open && open.probeAt + FIRST_PAUSE;
  }

  /**
   * Lets a dispatch through, perhaps as the probe, which is then to be told of by one of the others.
   *
   * @returns undefined when it may ask, else when to come back
   */
  holdBack(call: GuardedCall, now: Instant): Instant | undefined {
    // All are well, as a rule.
    if (this.#circuits.size === 0) return undefined;
    const { id, reopenedAt = -Infinity } = call;
    const { open, failing = new Set() } = this.#circuits.get(officeOf(call)) ?? {};
    if (!open || open.probe === id) return undefined;
    if (open.probe === undefined && (now >= open.probeAt || reopenedAt > open.failedAt)) {
      open.probe = id;
      return undefined;
    }
    const hasFailed = failing.has(id);
    const soon = Math.max(open.probeAt, now + FIRST_PAUSE) + (hasFailed ? FIRST_PAUSE : 0);
    if (open.standIn === undefined || (failing.has(open.standIn) && !hasFailed)) open.standIn = id;
    return open.standIn === id ? soon : soon + Math.round((HELD_BACK * (1 + this.#random())) / 2);
  }

  /** @returns undefined unless it was known to be down until now; else whether somebody was told of that */
  succeeded(call: GuardedCall): { readonly told: boolean } | undefined {
    if (this.#circuits.size === 0) return undefined;
    const office = officeOf(call);
    const circuit = this.#circuits.get(office);
    if (circuit) this.#circuits.delete(office);
    return circuit?.open;
  }

  /**
   * It was not reached, took too long or failed.
   *
   * @param patience milliseconds for which it asks to be left alone
   * @returns whether it is time to tell somebody that it is down
   */
  failed(call: GuardedCall, now: Instant, patience = 0): boolean {
    const { id } = call;
    const office = officeOf(call);
    const circuit = this.#circuits.get(office) ?? { failing: new Set() };
    this.#circuits.set(office, circuit);
    const { open, failing } = circuit;
    failing.add(id);
    if (open) {
      open.failedAt = now;
      if (open.probe === id) this.#probeAgain(open, now);
      open.probeAt = Math.max(open.probeAt, now + patience);
      if (open.told || now < open.since + TOLD_AFTER) return false;
      open.told = true;
      return true;
    }
    if (failing.size < FAILURES) return false;
    circuit.open = {
      since: now,
      told: false,
      pause: FIRST_PAUSE,
      probeAt: now + Math.max(FIRST_PAUSE, patience),
      failedAt: now,
      probe: undefined,
      standIn: undefined,
    };
    return false;
  }

  /** It was asked, and that told nothing of whether it is down. */
  undecided(call: GuardedCall, now: Instant): void {
    const open = this.#circuits.get(officeOf(call))?.open;
    if (open?.probe === call.id) this.#probeAgain(open, now);
  }

  #probeAgain(open: Open, now: Instant): void {
    open.pause = Math.min(LONGEST_PAUSE, open.pause * 2);
    open.probeAt = now + open.pause;
    open.probe = undefined;
    open.standIn = undefined;
  }
}
