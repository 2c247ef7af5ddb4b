import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type Assembly } from '#assembly';
import { authorityIds } from '#authorities';
import { DispatchProcessor, TimerProcessor } from '#queue';
import { Dispatching, Relay } from '#runtime';
import { RelayLoop } from './relay-loop.js';
import { type WorkerOptions } from './worker-options.js';

/** How often the queues are made to follow the pauses that the store knows of. */
const FOLLOW_MS = 30_000;

/** Everything that works: one processor for each authority of the catalogue, one for timers, and the relay. */
@Injectable()
export class Processors implements OnModuleInit, OnApplicationShutdown {
  #processors: readonly (DispatchProcessor | TimerProcessor)[] = [];
  #relay: RelayLoop | undefined;
  #following: NodeJS.Timeout | undefined;

  constructor(
    private readonly assembly: Assembly,
    private readonly options: WorkerOptions,
  ) {}

  /** Starts to work, authorities that are paused excepted. */
  async onModuleInit(): Promise<void> {
    const {
      backend,
      queues,
      stores,
      runtime,
      recent,
      doorbell,
      clock,
      logger,
      catalogue,
      alerts,
      authorities,
      pauses,
    } = this.assembly;
    await pauses.follow();
    const follow = (): void => {
      pauses
        .follow()
        .catch((error: unknown) => logger.warn({ err: error }, 'the queues could not follow the pauses'));
    };
    this.#following = setInterval(follow, FOLLOW_MS);

    const dispatching = new Dispatching({
      runtime,
      recent,
      dispatches: stores.dispatches,
      authorities,
      catalogue,
      alerts,
      clock,
    });
    const onError = (error: Error): void => logger.warn({ err: error }, 'a job failed');
    const { concurrency, lock } = this.options;
    this.#processors = [
      ...authorityIds(catalogue).map(
        authority =>
          new DispatchProcessor(queues, {
            authority,
            concurrency,
            lock,
            perform: (dispatch, signal) => dispatching.perform(dispatch, signal),
            clock,
            onError,
          }),
      ),
      new TimerProcessor(backend, {
        concurrency,
        lock,
        wake: journey => runtime.wake(journey),
        clock,
        onError,
      }),
    ];
    await Promise.all(this.#processors.map(processor => processor.ready()));
    const relay = new Relay({ due: stores.due, doorbell, clock }, { ringAgainAfter: this.options.ringAgain });
    this.#relay = new RelayLoop(relay, { interval: this.options.relayInterval }, logger);
  }

  /** Rings no more, then lets what is under way finish; what does not within the bound is found by another worker. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#following);
    await this.#relay?.close();
    await Promise.all(this.#processors.map(processor => processor.close(this.options.drain)));
  }
}
