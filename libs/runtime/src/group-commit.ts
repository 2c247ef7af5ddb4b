import { RetryableError } from './errors.js';
import { type Change, type CommitOutcome, type JourneyStore, type PreparingStore } from './ports.js';

interface Waiting {
  readonly change: Change;
  prepared?: boolean;
  readonly resolve: (outcome: CommitOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Bounds of what goes in groups: changes that are committed, keys that are looked up. */
export interface GroupOptions {
  /** Most groups under way at once. */
  readonly lanes?: number;
  /** Most in one group. */
  readonly batch?: number;
  /** Most that wait for a lane; beyond it callers are turned away. */
  readonly capacity?: number;
}

/**
 * Group commit: journeys that move at the same time share one transaction. While no commit is in flight, the changes of one turn
 * of the event loop go at its end, so that nothing is slower in an idle system. While one is in flight, changes wait for it to
 * end, or for so many that they fill a group, which then goes beside it. Groups that are cut small cost more of both processors
 * than the wait saves.
 */
export class GroupCommit {
  readonly #store: Pick<JourneyStore, 'commit'>;
  readonly #prepare: PreparingStore['prepare'] | undefined;
  readonly #committed: (changes: readonly Change[]) => void;
  readonly #lanes: number;
  readonly #batch: number;
  readonly #capacity: number;
  readonly #inFlight = new Set<string>();
  #waiting: Waiting[] = [];
  #busy = 0;
  #gathering = false;
  #preparing = false;

  /** @param committed told of what each group has committed, before those who wait for it go on */
  constructor(
    store: Pick<JourneyStore, 'commit'> | Pick<PreparingStore, 'commit' | 'prepare'>,
    committed: (changes: readonly Change[]) => void,
    options: GroupOptions = {},
  ) {
    this.#store = store;
    this.#prepare = 'prepare' in store ? changes => store.prepare(changes) : undefined;
    this.#committed = committed;
    this.#lanes = options.lanes ?? 2;
    this.#batch = options.batch ?? 128;
    this.#capacity = options.capacity ?? 10_000;
  }

  /** @throws RetryableError when too many wait already, or the store is out of reach */
  commit(change: Change): Promise<CommitOutcome> {
    if (this.#waiting.length >= this.#capacity) {
      return Promise.reject(
        new RetryableError(`${this.#capacity} changes wait to be committed; try again in a moment`, {
          retryAfter: 1_000,
        }),
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject });
      if (this.#waiting.length >= this.#batch) this.#fillLanes();
      this.#fillLanesAfterThisTurn();
    });
  }

  /** The first of many that come in one turn would go alone, and all the others wait for it. */
  #fillLanesAfterThisTurn(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    process.nextTick(() => {
      this.#gathering = false;
      this.#fillLanes();
      if (this.#waiting.length > 0) this.#prepareSoon();
    });
  }

  #fillLanes(): void {
    while (this.#busy < this.#lanes && this.#waiting.length >= (this.#busy === 0 ? 1 : this.#batch)) {
      const group = this.#nextGroup();
      if (group.length === 0) return;
      void this.#commitGroup(group);
    }
  }

  /** Those that must wait are prepared meanwhile, all in one go: one by one between other work costs more (decisions/0005). */
  #prepareSoon(): void {
    if (this.#preparing || !this.#prepare) return;
    this.#preparing = true;
    setImmediate(() => {
      this.#preparing = false;
      const changes = this.#waiting.flatMap(waiting => (waiting.prepared ? [] : waiting.change));
      for (const waiting of this.#waiting) waiting.prepared = true;
      this.#prepare?.(changes);
    });
  }

  /** One change per journey, and none of a journey that another lane is committing: two would lock each other out. */
  #nextGroup(): Waiting[] {
    const group: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const waiting of this.#waiting) {
      const { journey } = waiting.change;
      if (group.length === this.#batch || this.#inFlight.has(journey)) {
        rest.push(waiting);
      } else {
        this.#inFlight.add(journey);
        group.push(waiting);
      }
    }
    this.#waiting = rest;
    return group;
  }

  async #commitGroup(group: readonly Waiting[]): Promise<void> {
    this.#busy += 1;
    let outcomes: readonly CommitOutcome[];
    try {
      outcomes = await this.#store.commit(group.map(({ change }) => change));
    } catch (error) {
      this.#leaveLane(group);
      for (const waiting of group) waiting.reject(error);
      return;
    }
    // The next group is on its way before those of this one go on: that is when they have most to do.
    this.#leaveLane(group);
    // When their jobs end, the queue has already been given those that follow (decisions/0005).
    process.nextTick(() => group.forEach((waiting, i) => waiting.resolve(outcomes[i]!)));
    const committed = group.flatMap(({ change }, i) => (outcomes[i]!.kind === 'committed' ? change : []));
    if (committed.length > 0) this.#committed(committed);
  }

  #leaveLane(group: readonly Waiting[]): void {
    this.#busy -= 1;
    for (const { change } of group) this.#inFlight.delete(change.journey);
    this.#fillLanes();
  }
}
