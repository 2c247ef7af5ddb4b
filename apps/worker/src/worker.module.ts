import { BullModule, BullRegistrar, type WorkerHost } from '@nestjs/bullmq';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Logger } from 'pino';
import { ServiceCatalogue } from '#journey';
import { MasterKeys } from '#postgres';
import { AuthorityPauses, QueueBackend, workerClassOf } from '#queue';
import {
  AuthorityChanges,
  CalendarClock,
  Doorbell,
  DueStore,
  GivenMandates,
  Relay,
  WallClock,
} from '#runtime';
import { LOGGER, Metrics } from '#telemetry';
import { ChainRounds } from './chaining/chain-rounds.js';
import { ChainThread } from './chaining/chain-thread.js';
import { dispatchWorkerOf } from './dispatch-worker.js';
import { RoundLoop } from './round-loop.js';
import { timerWorkerOf } from './timer-worker.js';
import { type WorkerOptions } from './worker-options.js';

/** Milliseconds until the queues follow the pauses that the store knows of again, journeys the changes of authorities, and mandates their ends. */
const FOLLOW_MS = 30_000;

const OPTIONS = Symbol('worker options');
const WORKERS = Symbol('workers');

/** Milliseconds between two rounds of chaining when the last one chained all that there was. */
const CHAIN_MS = 2_000;

/** Job workers: a processor for each queue, that is one for each role, one for timers; the relay; and the chaining of the access log, in a thread of its own. */
@Module({})
export class WorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #working: readonly WorkerHost[] = [];
  #loops: readonly RoundLoop[] = [];

  constructor(
    @Inject(OPTIONS) private readonly options: WorkerOptions,
    @Inject(WORKERS) private readonly workers: readonly WorkerHost[],
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly registrar: BullRegistrar,
    private readonly backend: QueueBackend,
    private readonly pauses: AuthorityPauses,
    private readonly relay: Relay,
    private readonly changes: AuthorityChanges,
    private readonly chaining: ChainThread,
    private readonly metrics: Metrics,
    private readonly mandates: GivenMandates,
  ) {}

  static forRoot(roles: readonly string[], options: WorkerOptions): DynamicModule {
    const workers = [...roles.map(role => dispatchWorkerOf(role, options)), timerWorkerOf(options)];
    return {
      module: WorkerModule,
      providers: [
        { provide: OPTIONS, useValue: options },
        {
          provide: ChainThread,
          inject: [MasterKeys, ServiceCatalogue],
          useFactory: (masterKeys: MasterKeys, catalogue: ServiceCatalogue) =>
            new ChainThread(options.databaseUrl, masterKeys, catalogue),
        },
        ...workers,
        { provide: WORKERS, inject: workers, useFactory: (...all: WorkerHost[]) => all },
        {
          provide: Relay,
          inject: [DueStore, Doorbell, CalendarClock, WallClock],
          useFactory: (due: DueStore, doorbell: Doorbell, calendar: CalendarClock, wall: WallClock) =>
            new Relay({ due, doorbell, calendar, wall }, options.ringAgain),
        },
      ],
    };
  }

  /** Starts to work, authorities that are paused excepted, when the adapters have started. */
  async onApplicationBootstrap(): Promise<void> {
    await this.pauses.follow();
    BullModule.workerClass = workerClassOf(this.backend);
    this.registrar.register();
    this.#working = this.workers;
    await Promise.all(this.workers.map(({ worker }) => worker.waitUntilReady()));
    const relay = { name: 'the relay', round: () => this.relay.round() };
    const chain = new ChainRounds(this.chaining, this.metrics);
    const follow = { name: 'the following of what changes', round: () => this.#follow() };
    this.#loops = [
      new RoundLoop(follow, this.options.followInterval ?? FOLLOW_MS, this.logger),
      new RoundLoop(relay, this.options.relayInterval, this.logger),
      new RoundLoop(chain, CHAIN_MS, this.logger),
    ];
  }

  /** Rings no more, then lets what is under way finish; what does not within the bound is found by another worker. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#loops.map(loop => loop.close()));
    await this.chaining.end();
    await Promise.all(this.#working.map(({ worker }) => worker.close()));
  }

  async #follow(): Promise<false> {
    await this.pauses.follow();
    await this.changes.round();
    await this.mandates.round();
    return false;
  }
}
