import { type Response } from 'express';
import { type HappeningDocument } from '../citizen/journey-document.js';

/** What is new since an entry, oldest first; whether there is more of it, and whether there will never be more. */
export type News = (after: number) => Promise<{
  readonly happened: readonly HappeningDocument[];
  /** Where to go on; absent when there was nothing. */
  readonly last?: number;
  readonly more: boolean;
  readonly over: boolean;
}>;

export interface JourneyStreamOptions {
  readonly journey: string;
  /** Number of the last entry that the listener has. */
  readonly after: number;
  readonly news: News;
  /** Milliseconds between signs of life; each also looks for news, in case an announcement was lost. */
  readonly heartbeat: number;
  /** Milliseconds until the listener must show a token again. */
  readonly lifetime: number;
}

// setTimeout cannot wait longer than a signed 32-bit number of milliseconds.
const LONGEST = 2 ** 31 - 1;
/** Bytes that may wait for a listener who does not take them. */
const MOST_UNREAD = 1024 * 1024;

/** Server-sent events: one open response (WHATWG HTML, section 9.2). The id of an event is the entry's, as its reader knows it. */
export class JourneyStream {
  readonly journey: string;
  readonly #response: Response;
  readonly #options: JourneyStreamOptions;
  readonly #ended: (() => void)[] = [];
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #gone = (): void => this.end();
  #after: number;
  #state: 'idle' | 'reading' | 'reading again' | 'over' = 'idle';

  constructor(response: Response, options: JourneyStreamOptions) {
    this.journey = options.journey;
    this.#response = response;
    this.#options = options;
    this.#after = options.after;
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // Proxies of the nginx kind must not wait for more before they pass it on.
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    response.write('retry: 2000\n\n');
    response.once('close', () => this.#close());
    this.#timers = [
      setInterval(() => this.#beat(), options.heartbeat).unref(),
      setTimeout(() => this.end(), Math.min(options.lifetime, LONGEST)).unref(),
    ];
    // Whoever closes their side has gone: nobody asks for a stream and hangs up to listen.
    const { socket } = response.req;
    if (socket.readableEnded) this.end();
    else socket.once('end', this.#gone);
  }

  /** Calls back once the stream has ended, whoever ended it. */
  onEnd(ended: () => void): void {
    if (this.#state === 'over') ended();
    else this.#ended.push(ended);
  }

  /** Looks for news and sends it, in order and each once, however often and however soon this is called again. */
  wake(): void {
    if (this.#state === 'reading') this.#state = 'reading again';
    if (this.#state !== 'idle') return;
    this.#state = 'reading';
    this.#read().catch(() => this.end());
  }

  end(): void {
    if (this.#state === 'over') return;
    this.#response.end();
    this.#close();
  }

  async #read(): Promise<void> {
    const { happened, last, more, over } = await this.#options.news(this.#after);
    if (this.#isOver()) return;
    for (const entry of happened) {
      this.#response.write(`id: ${entry.id}\nevent: happened\ndata: ${JSON.stringify(entry)}\n\n`);
    }
    this.#after = last ?? this.#after;
    if (over && !more) {
      this.#response.write('event: over\ndata: {}\n\n');
      this.end();
      return;
    }
    const again = more || this.#state === 'reading again';
    this.#state = 'idle';
    if (again) this.wake();
  }

  #isOver(): boolean {
    return this.#state === 'over';
  }

  #beat(): void {
    if (this.#response.writableLength > MOST_UNREAD) {
      this.#response.destroy();
      return;
    }
    this.#response.write(': still here\n\n');
    this.wake();
  }

  #close(): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#response.req.socket.off('end', this.#gone);
    for (const timer of this.#timers) clearTimeout(timer);
    for (const ended of this.#ended) ended();
  }
}
