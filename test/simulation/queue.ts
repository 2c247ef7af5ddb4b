import { type Doorbell, type Ring } from '#runtime';
import { type Instant } from '#statechart';
import { type Scheduler } from './scheduler.js';
import { short } from './trace.js';

/** A job: only ids of what is to be done. */
export interface Job {
  readonly kind: 'dispatch' | 'wake';
  /** Dispatches of one role, or a journey. */
  readonly targets: readonly string[];
  readonly since: Instant;
  state: 'waiting' | 'delayed' | 'active';
  /** Counts how often it was handed out; who holds an older token has lost it. */
  token: number;
}

/**
 * A queue like BullMQ's, and a bell like ours on it: what is rung for at once goes together, a job is named after what it is for,
 * and a ring for one that is there already changes nothing. It lives in nobody's process and may be emptied at any moment.
 */
export class SimulatedQueue implements Doorbell {
  readonly #jobs = new Map<string, Job>();
  /** Dispatches that were rung for when they were not stored. */
  readonly rungInVain = new Set<string>();

  readonly #scheduler: Scheduler;
  readonly #handOut: () => void;
  readonly #isStored: (dispatch: string) => boolean;

  /**
   * @param handOut gives a waiting job to somebody
   * @param isStored whether there is such a dispatch
   */
  constructor(scheduler: Scheduler, handOut: () => void, isStored: (dispatch: string) => boolean) {
    this.#scheduler = scheduler;
    this.#handOut = handOut;
    this.#isStored = isStored;
  }

  async ring(dispatches: readonly Ring[]): Promise<void> {
    const together = new Map<string, string[]>();
    const oldest = Math.min(...this.waiting().map(({ since }) => since));
    for (const { dispatch, role, delivery } of dispatches) {
      if (!this.#isStored(dispatch)) this.rungInVain.add(dispatch);
      if (!delivery) together.set(role, [...(together.get(role) ?? []), dispatch]);
      else if (delivery.kind === 'retry' || delivery.rungAt <= oldest) this.#ringAgain(dispatch);
    }
    for (const ids of together.values()) {
      this.#add(ids.length === 1 ? ids[0]! : `pack-${ids[0]}`, 'dispatch', ids);
    }
  }

  async wake(journeys: readonly { readonly journey: string; readonly at?: Instant }[]): Promise<void> {
    for (const { journey, at } of journeys) {
      this.#add(at === undefined ? `wake-${journey}` : `wake-${journey}-${at}`, 'wake', [journey], at);
    }
  }

  /** One of several in a job is to be done again at that instant. */
  async ringLater(dispatch: string, at: Instant): Promise<void> {
    this.#add(dispatch, 'dispatch', [dispatch], at);
  }

  /** Jobs that anyone may take. */
  waiting(): readonly Job[] {
    return [...this.#jobs.values()].filter(({ state }) => state === 'waiting');
  }

  /** @returns what the holder must show to finish it */
  take(job: Job): number {
    job.state = 'active';
    job.token += 1;
    return job.token;
  }

  /** Done, however it went: it can be rung for again. */
  async finish(job: Job, token: number): Promise<void> {
    const id = this.#held(job, token);
    if (id !== undefined) this.#jobs.delete(id);
  }

  /** To be done again at that instant. */
  async delay(job: Job, token: number, at: Instant): Promise<void> {
    const id = this.#held(job, token);
    if (id !== undefined) this.#delay(id, job, at);
  }

  /** Its holder seems to be dead: it is for another. */
  release(job: Job, token: number): void {
    if (this.#held(job, token) !== undefined) this.#ready(job);
  }

  /** Somebody may take a waiting job. */
  offer(): void {
    this.#scheduler.soon({ label: 'queue hands out', run: this.#handOut });
  }

  /** Nothing is left, what is being worked on included. */
  empty(): void {
    this.#jobs.clear();
  }

  #ringAgain(dispatch: string): void {
    const present = this.#jobs.get(dispatch);
    if (!present) this.#add(dispatch, 'dispatch', [dispatch]);
    else if (present.state === 'delayed') this.#ready(present);
  }

  #add(id: string, kind: Job['kind'], targets: readonly string[], at = 0): void {
    if (this.#jobs.has(id)) return;
    const { now } = this.#scheduler;
    const job: Job = { kind, targets, since: Math.max(now, at), state: 'waiting', token: 0 };
    this.#jobs.set(id, job);
    if (at <= now) this.#ready(job);
    else this.#delay(id, job, at);
  }

  #delay(id: string, job: Job, at: Instant): void {
    job.state = 'delayed';
    const label = `queue ${nameOf(job)} has waited`;
    const run = () => {
      if (this.#jobs.get(id) === job && job.state === 'delayed') this.#ready(job);
    };
    this.#scheduler.at(at, { label, run });
  }

  #ready(job: Job): void {
    job.state = 'waiting';
    this.offer();
  }

  #held(job: Job, token: number): string | undefined {
    if (job.state !== 'active' || job.token !== token) return undefined;
    for (const [id, present] of this.#jobs) if (present === job) return id;
    return undefined;
  }
}

/** For the trace. */
export function nameOf({ kind, targets }: Job): string {
  return `${kind} ${targets.map(short).join(',')}`;
}
