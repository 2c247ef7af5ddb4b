import { BullModule, getQueueToken } from '@nestjs/bullmq';
import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Type,
} from '@nestjs/common';
import {
  Announcer,
  CalendarClock,
  Doorbell,
  ErasureNews,
  Pauses,
  PauseStore,
  SessionNews,
  WallClock,
} from '#runtime';
import { Announcements } from './announcements.js';
import { AuthorityPauses } from './authority-pauses.js';
import { type BoundedWorker, type BoundedWorkerOptions, type ProcessJob } from './bounded-worker.js';
import { BullDoorbell } from './bull-doorbell.js';
import { IdNews } from './id-news.js';
import { openQueueBackend, type QueueBackendOptions } from './open-queue-backend.js';
import { type JobQueue, QueueBackend } from './queue-backend.js';
import { queueNames } from './queue-names.js';
import { Queues } from './queues.js';

export interface QueueModuleOptions extends QueueBackendOptions {
  /** The roles that authorities take: each has a queue of its own. */
  readonly roles: readonly string[];
  /** As for {@link BullDoorbell}. */
  readonly pack?: number | undefined;
}

/** A constructor whose objects are made by a function: BullModule takes nothing else. */
function constructorOf<Made extends object>(make: (...given: never[]) => Made): Type<Made> {
  return function (...given: never[]) {
    return make(...given);
  } as unknown as Type<Made>;
}

/** Makes a queue as the backend does, which BullModule passes on among the options. */
const QUEUE_CLASS = constructorOf((name: string, { backend }: { readonly backend: QueueBackend }) =>
  backend.newQueue(name),
);

/** Makes workers as the backend does. To be set right before `BullRegistrar.register()`: BullModule has one for the process. */
export function workerClassOf(backend: QueueBackend): Type<BoundedWorker> {
  return constructorOf((name: string, process: ProcessJob, options: BoundedWorkerOptions) =>
    backend.newWorker(name, process, options),
  );
}

/** BullMQ's queues in one backend, and what is built on them: the ring, announcements and pauses. Global. */
@Module({})
export class QueueModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly queues: Queues,
    private readonly announcements: Announcements,
    @Inject(ErasureNews) private readonly erasures: IdNews,
    @Inject(SessionNews) private readonly sessions: IdNews,
    private readonly pauses: AuthorityPauses,
  ) {}

  static forRoot({ roles, pack, ...options }: QueueModuleOptions): DynamicModule {
    const { onError } = options;
    const names = queueNames(roles);
    BullModule.queueClass = QUEUE_CLASS;
    const providers = [
      { provide: QueueBackend, useFactory: () => openQueueBackend(options) },
      {
        provide: Queues,
        inject: [QueueBackend, ...names.map(name => getQueueToken(name))],
        useFactory: (backend: QueueBackend, ...queues: JobQueue[]) =>
          new Queues(
            backend,
            names.map((name, index) => [name, queues[index]!]),
          ),
      },
      {
        provide: Doorbell,
        inject: [Queues, CalendarClock, WallClock],
        useFactory: (queues: Queues, calendar: CalendarClock, wall: WallClock) =>
          new BullDoorbell(queues, calendar, wall, { pack }),
      },
      {
        provide: Announcements,
        inject: [QueueBackend],
        useFactory: (backend: QueueBackend) => new Announcements(backend, onError),
      },
      { provide: Announcer, useExisting: Announcements },
      {
        provide: ErasureNews,
        inject: [QueueBackend],
        useFactory: (backend: QueueBackend) => new IdNews(backend, 'erased', onError),
      },
      {
        provide: SessionNews,
        inject: [QueueBackend],
        useFactory: (backend: QueueBackend) => new IdNews(backend, 'signed_out', onError),
      },
      {
        provide: AuthorityPauses,
        inject: [Queues, PauseStore, Pauses, CalendarClock],
        useFactory: (queues: Queues, store: PauseStore, pauses: Pauses, clock: CalendarClock) =>
          new AuthorityPauses({ queues, store, pauses, roles, clock, onError }),
      },
    ];
    return {
      module: QueueModule,
      global: true,
      imports: [
        BullModule.forRootAsync({
          inject: [QueueBackend],
          // The connection is the backend's own.
          useFactory: (backend: QueueBackend) => ({ backend, connection: {} }),
          extraOptions: { manualRegistration: true },
        }),
        BullModule.registerQueue(...names.map(name => ({ name }))),
      ],
      providers,
      exports: providers,
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.pauses.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pauses.close();
    await this.erasures.close();
    await this.sessions.close();
    await this.announcements.close();
    await this.queues.close();
    await this.queues.backend.close();
  }
}
