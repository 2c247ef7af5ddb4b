import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Announcements } from '#queue';
import { type JourneyStream } from './journey-stream.js';

/** Subscription registry: the open event streams of this process: wakes them when their journey moves, and ends them when the process ends. */
@Injectable()
export class JourneyStreams implements OnModuleDestroy {
  readonly #open = new Set<JourneyStream>();
  #ending = false;

  constructor(private readonly announcements: Announcements) {}

  async add(stream: JourneyStream): Promise<void> {
    this.#open.add(stream);
    const listening = this.announcements.listen(stream.journey, () => stream.wake());
    stream.onEnd(() => {
      this.#open.delete(stream);
      void listening.then(stop => stop());
    });
    await listening;
    // Listening first and looking afterwards, nothing falls in between.
    stream.wake();
    if (this.#ending) stream.end();
  }

  onModuleDestroy(): void {
    this.#ending = true;
    for (const stream of this.#open) stream.end();
  }
}
