import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { type Response } from 'express';
import { type Visit } from '../../http/visit.js';
import { Api } from '../../rest/api.js';
import { part } from '../../rest/citizen-api.js';

export interface NewsRequest {
  readonly visit: Visit;
  readonly journey: string;
  /** Id of the last event that the browser has. */
  readonly after: string | undefined;
}

/**
 * *Proxy* of the API's stream of server-sent events, for a browser has no token to open it with. It ends when the token does; the
 * browser comes back by itself and gets a fresh one.
 */
@Injectable()
export class JourneyNews {
  constructor(private readonly api: Api) {}

  /** @throws ApiProblem */
  async pass({ visit, journey, after }: NewsRequest, response: Response): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const stream = await this.api.send(visit, `/journeys/${part(journey)}/stream`, {
      headers: { ...(after !== undefined && { 'Last-Event-ID': after }) },
      signal: gone.signal,
    });
    // It has ended, and the browser is not to come back.
    if (stream.status === 204 || !stream.body) {
      response.status(204).end();
      return;
    }
    response.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    // Either side may hang up at any time.
    await pipeline(Readable.fromWeb(stream.body as never), response).catch(() => response.end());
  }
}
