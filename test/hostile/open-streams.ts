import { type Asker } from './limit-meetings.js';

/** Event streams that somebody keeps open. */
export class OpenStreams {
  readonly #open: AbortController[] = [];
  readonly #api: string;

  constructor(api: string) {
    this.#api = api;
  }

  /** @returns the status; with 200 it stays open */
  async open({ citizen, address }: Asker, journey: string): Promise<number> {
    const abort = new AbortController();
    const headers = { ...citizen.headers, 'x-forwarded-for': address };
    const response = await fetch(`${this.#api}/v1/journeys/${journey}/stream`, {
      headers,
      signal: abort.signal,
    });
    if (response.status === 200) this.#open.push(abort);
    else await response.arrayBuffer();
    return response.status;
  }

  closeOne(): void {
    this.#open.shift()?.abort();
  }

  closeAll(): void {
    for (const abort of this.#open.splice(0)) abort.abort();
  }
}
