import type { Doorbell, Ring } from '#runtime';
import type { Instant } from '#statechart';
import type { Scheduler } from './scheduler.js';
import { short } from './trace.js';

/** A job: only the id of what is to be done. */
export interface Job {
  readonly kind: 'dispatch' | 'wake';
  /** Dispatch or journey. */
  readonly target: string;
  state: 'waiting' | 'delayed' | 'active';
  /** Counts how often it was handed out; who holds an older token has lost it. */
  token: number;
}

/** What the queue does with a waiting job. */
export type HandOut = () => void;

/**
 * A queue like BullMQ's: a job has the id of what it is for, and a ring for one that is there already changes nothing. It lives in
 * nobody's process and may be emptied at any moment.
 */
export class SimulatedQueue implements Doorbell {
  readonly #jobs = new Map<string, Job>();
  /** Dispatches that were rung for when they were not stored. */
  readonly rungInVain = new Set<string>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly handOut: HandOut,
    private readonly isStored: (dispatch: string) => boolean,
  ) {}

  async ring(dispatches: readonly Ring[]): Promise<void> {
    for (const { dispatch, again } of dispatches) {
      if (!this.isStored(dispatch)) this.rungInVain.add(dispatch);
      const present = this.#jobs.get(dispatch);
      if (!present) this.#add(dispatch, 'dispatch', dispatch);
      else if (again && present.state === 'delayed') this.#ready(present);
    }
  }

  async wake(journeys: readonly { readonly journey: string; readonly at?: Instant }[]): Promise<void> {
    for (const { journey, at } of journeys) {
      const id = at === undefined ? `wake-${journey}` : `wake-${journey}-${at}`;
      if (!this.#jobs.has(id)) this.#add(id, 'wake', journey, at);
    }
  }

  /** Jobs that anyone may take. */
  waiting(): readonly Job[] {
    return [...this.#jobs.values()].filter(({ state }) => state === 'waiting');
  }

  get length(): number {
    return this.#jobs.size;
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
    const id = this.#held(job, token);
    if (id !== undefined) this.#ready(job);
  }

  /** Somebody may take a waiting job. */
  offer(): void {
    this.scheduler.soon({ label: 'queue hands out', run: this.handOut });
  }

  /** Nothing is left, what is being worked on included. */
  empty(): void {
    this.#jobs.clear();
  }

  #add(id: string, kind: Job['kind'], target: string, at?: Instant): void {
    const job: Job = { kind, target, state: 'waiting', token: 0 };
    this.#jobs.set(id, job);
    if (at === undefined || at <= this.scheduler.now) this.#ready(job);
    else this.#delay(id, job, at);
  }

  #delay(id: string, job: Job, at: Instant): void {
    job.state = 'delayed';
    const label = `queue ${job.kind} ${short(job.target)} has waited`;
    const run = () => {
      if (this.#jobs.get(id) === job && job.state === 'delayed') this.#ready(job);
    };
    this.scheduler.at(at, { label, run });
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
