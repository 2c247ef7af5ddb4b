import { type JourneyStatus } from '#runtime';
import { MemoryAlerts, MemoryStores } from '../../libs/runtime/src/memory/index.js';
import { type Acknowledged, type Finding } from '../auditor/index.js';
import { type SeededRandom, seededRandom } from '../support/seeded-random.js';
import { type LedgerEntry, SimulatedAuthorities } from './authorities.js';
import { type Job, SimulatedQueue } from './queue.js';
import { Scheduler } from './scheduler.js';
import { type Scene, type Setting } from './setting.js';
import { type Mistake, type ProcessKind, SimulatedProcess } from './simulated-process.js';
import { Trace } from './trace.js';
import { watchedStore } from './watched-store.js';
import { Wire } from './wire.js';

/**
 * All there is in a run: the store and the queue that every process shares, the authorities, the processes that are alive, and
 * what the people outside were told.
 */
export class World {
  readonly trace: Trace;
  readonly random: SeededRandom;
  readonly scheduler: Scheduler;
  readonly wire: Wire;
  readonly scene: Scene;
  readonly stores = new MemoryStores();
  /** What did not fit together after a commit. */
  readonly misfits: Finding[] = [];
  /** Every status that a journey has had, however briefly. */
  readonly statuses = new Set<JourneyStatus>();
  readonly journeys = watchedStore(
    this.stores,
    ({ status }) => this.statuses.add(status),
    misfit => this.misfits.push(misfit),
  );
  readonly alerts = new MemoryAlerts();
  readonly queue: SimulatedQueue;
  readonly authorities: SimulatedAuthorities;
  readonly acknowledged: Acknowledged[] = [];
  processes: SimulatedProcess[] = [];
  /** Who is working on what. */
  holders: { readonly worker: SimulatedProcess; readonly job: Job; readonly token: number }[] = [];
  /** People have stopped doing anything. */
  over = false;
  #born = 0;

  readonly #mistake: Mistake;

  constructor(
    readonly setting: Setting,
    readonly seed: number,
    mistake: Mistake,
    outside: {
      readonly handOut: (world: World) => void;
      readonly answerLater: (world: World, entry: LedgerEntry) => void;
    },
  ) {
    this.#mistake = mistake;

    this.trace = new Trace(setting.start);
    this.random = seededRandom(seed);
    this.scheduler = new Scheduler(setting.start, this.random, this.trace);
    this.wire = new Wire(this.scheduler, this.random);
    this.queue = new SimulatedQueue(
      this.scheduler,
      () => outside.handOut(this),
      dispatch => this.stores.tables.dispatches.has(dispatch),
    );
    this.scene = setting.scene({ seed, random: this.random, now: () => this.scheduler.now });
    this.authorities = new SimulatedAuthorities(
      setting,
      this.scene,
      this.random,
      () => this.wire.weather.broken,
      entry => outside.answerLater(this, entry),
    );
  }

  alive(kind: ProcessKind): readonly SimulatedProcess[] {
    return this.processes.filter(process => process.kind === kind);
  }

  /** A new process, with nothing in its memory. */
  bear(kind: ProcessKind): void {
    const { setting, stores, journeys, queue: doorbell, authorities, alerts, wire } = this;
    this.#born += 1;
    const surroundings = { setting, stores, journeys, doorbell, authorities, alerts, wire };
    const process = new SimulatedProcess(`${kind}-${this.#born}`, kind, surroundings, this.#mistake);
    this.processes.push(process);
    this.trace.add(this.scheduler.now, `${process.name} starts`);
    if (kind === 'worker') for (const _ of this.queue.waiting()) this.queue.offer();
  }

  /** A process dies between two steps. */
  kill(process: SimulatedProcess): void {
    process.alive = false;
    this.processes = this.processes.filter(other => other !== process);
    this.trace.add(this.scheduler.now, `${process.name} dies`);
  }
}
