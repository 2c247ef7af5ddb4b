import { randomUUID } from 'node:crypto';
import { until } from '../../support/index.js';
import { type Client } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const HOUR = 3_600_000;
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

interface StreamEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
}

/** An open stream of server-sent events, and what has come through it so far. */
class Listener {
  readonly events: StreamEvent[] = [];
  ended = false;

  readonly #abort: AbortController;

  private constructor(
    readonly response: Response,
    abort: AbortController,
  ) {
    this.#abort = abort;
  }

  static async open(base: string, token: string, journey: string, last?: string): Promise<Listener> {
    const abort = new AbortController();
    const response = await fetch(`${base}/v1/journeys/${journey}/stream`, {
      signal: abort.signal,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': 'en',
        ...(last !== undefined && { 'last-event-id': last }),
      },
    });
    const listener = new Listener(response, abort);
    void listener.#read().catch(() => undefined);
    return listener;
  }

  close(): void {
    this.#abort.abort();
  }

  kinds(): readonly string[] {
    return this.events.map(({ event, data }) =>
      event === 'happened' ? (JSON.parse(data ?? '') as { kind: string }).kind : (event ?? ''),
    );
  }

  async #read(): Promise<void> {
    let text = '';
    for await (const chunk of this.response.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString();
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = block.split('\n').map(line => line.split(/: (.*)/s).slice(0, 2) as [string, string]);
        const event = Object.fromEntries(fields) as StreamEvent;
        if (event.event !== undefined) this.events.push(event);
      }
    }
    this.ended = true;
  }
}

describe('the stream of a journey', () => {
  let system: System;
  let anna: Client;
  let bo: Client;
  let date: string;

  beforeAll(async () => {
    system = await startSystem();
    anna = await system.citizen('6110851234');
    bo = await system.citizen('6204862345');
    date = system.day();
    system.simulated('cpr').knobs.set({ hold: true });
  }, STARTING);

  afterAll(() => system?.close());

  const listen = (client: Client, id: string, last?: string) =>
    Listener.open(system.api, client.token ?? '', id, last);

  it('tells what has happened and then what happens, each once and in order', async () => {
    const { id } = await anna.start();
    const stream = await listen(anna, id);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await until(() => stream.events.length === 1, 'the beginning');
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    await anna.submit(id, 'underWay.doctor.choosing', 'keep');
    await until(() => stream.events.length === 3, 'what happened');
    stream.close();
    expect(stream.kinds()).toEqual(['started', 'submitted', 'submitted']);
    const { happened } = await anna.journey(id);
    expect(stream.events.map(({ data }) => JSON.parse(data ?? '') as unknown)).toEqual(happened);
    expect(stream.events.map(event => event.id)).toEqual(happened.map(entry => entry.id));
  });

  it('goes on where it broke off', async () => {
    const { id } = await anna.start();
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    const [began] = (await anna.journey(id)).happened;
    const stream = await listen(anna, id, began!.id);
    await until(() => stream.events.length === 1, 'what came after');
    await anna.submit(id, 'underWay.doctor.choosing', 'keep');
    await until(() => stream.events.length === 2, 'what happened then');
    stream.close();
    const { happened } = await anna.journey(id);
    expect(stream.events.map(event => event.id)).toEqual(happened.slice(1).map(entry => entry.id));
  });

  it('is not opened to whoever takes no part', async () => {
    const { id } = await anna.start();
    const stream = await listen(bo, id);
    expect(stream.response.status).toBe(404);
    stream.close();
  });

  it('tells each participant only what they may see', async () => {
    const { id } = await anna.start();
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date, partner: '6204862345' });
    const stream = await listen(bo, id);
    await bo.submit(id, 'partnerConsent', 'agree', { date });
    await anna.submit(id, 'underWay.doctor.choosing', 'choose', { doctor: '040215' });
    await anna.reaches(id, 'underWay.doctor.settled');
    const seen = (await bo.journey(id)).happened.map(entry => entry.id);
    await until(() => stream.events.length >= seen.length, 'what Bo may see');
    stream.close();
    expect(stream.events.map(event => event.id)).toEqual(seen);
    const told = stream.events.map(({ data }) => data).join();
    expect(told).not.toContain('declareMove');
    expect(told).not.toContain('underWay.doctor.choosing');
  });

  it('ends with a journey that has ended, and says so to whoever comes back', async () => {
    const { id } = await anna.start();
    const stream = await listen(anna, id);
    await anna.post(`/v1/journeys/${id}/cancellation`);
    await until(() => stream.ended, 'the end');
    expect(stream.kinds().at(-1)).toBe('over');
    const last = stream.events.findLast(event => event.id !== undefined)?.id;
    expect((await listen(anna, id, last)).response.status).toBe(204);
  });

  it('tells nothing more to a session that was ended', async () => {
    const { sessions, persons } = system.assembly.stores;
    const person = await persons.personOf('6110851234');
    const now = system.assembly.clock.now();
    const times = { startedAt: now, expiresAt: now + HOUR, endsAt: now + HOUR };
    const opened = await sessions.open(
      { person, role: 'citizen', face: 'face', acr: 'high', ...times },
      randomUUID(),
    );
    const token = await system.issuer.sign({ person, roles: ['citizen'], session: opened!.id });
    const { id } = await anna.start();
    const stream = await Listener.open(system.api, token, id);
    await until(() => stream.events.length === 1, 'the beginning');
    expect((await anna.send('DELETE', `/v1/sessions/${opened!.id}`)).status).toBe(204);
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    await until(() => stream.ended, 'its end');
    expect(stream.kinds()).toEqual(['started']);
    expect((await Listener.open(system.api, token, id)).response.status).toBe(401);
  });

  it('ends when the API is told to end, which it then does', async () => {
    const { id } = await anna.start();
    const stream = await listen(anna, id);
    await until(() => stream.events.length === 1, 'the beginning');
    await system.closeApi();
    await until(() => stream.ended, 'the end of the stream');
    await expect(fetch(system.api)).rejects.toThrow();
  });
});
