import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { ANNOUNCEMENTS } from '#assembly';
import type { Announcements } from '#assembly';
import type { JourneyStream } from './journey-stream.js';

/** The open event streams of this process: wakes them when their journey moves, and ends them when the process ends. */
@Injectable()
export class JourneyStreams implements OnModuleDestroy {
  readonly #open = new Set<JourneyStream>();

  constructor(@Inject(ANNOUNCEMENTS) private readonly announcements: Announcements) {}

  add(stream: JourneyStream): void {
    const stop = this.announcements.listen(stream.journey, () => stream.wake());
    this.#open.add(stream);
    stream.onEnd(() => {
      stop();
      this.#open.delete(stream);
    });
    stream.wake();
  }

  onModuleDestroy(): void {
    for (const stream of [...this.#open]) stream.end();
  }
}
