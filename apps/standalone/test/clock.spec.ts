import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type JourneyDocument } from '../../api/src/citizen/journey-document.js';
import { type ClockMovedDocument } from '../src/clock/clock-document.js';
import { startStandalone, type Standalone } from '../src/start-standalone.js';

const STARTING = 300_000;
const journeysDir = fileURLToPath(new URL('../../../test/e2e/journeys', import.meta.url));
const MOVE = { address: 'Strandvejen 8, 1. th., 8240 Risskov', date: '2026-03-02' };

describe('calendar time, moved over HTTP', () => {
  let folder: string;
  let running: Standalone;

  const start = () =>
    startStandalone({
      folder,
      journeysDir,
      redisUrl: undefined,
      standsAt: Date.parse('2026-03-02T09:00:00Z'),
    });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clock-'));
    running = await start();
  }, STARTING);
  afterAll(async () => {
    await running?.close();
    await rm(folder, { recursive: true });
  });

  async function ask<T>(method: string, address: string, body?: object, token?: string) {
    const response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }
  const move = (body: object) => ask<ClockMovedDocument>('POST', `${running.api}/v1/clock`, body);
  const tokenOf = async (name: string) =>
    (await ask<{ access_token: string }>('GET', `${running.api}/token/${name}`)).body.access_token;
  const turn = (knobs: object) => ask('PUT', `${running.authorities}/cpr/services/registerMove/knobs`, knobs);
  const happened = ({ happened: items }: JourneyDocument) => items.map(({ at, kind }) => `${kind} ${at}`);

  it('stands at each instant at which something is due until it has happened, authorities included', async () => {
    const anna = await tokenOf('anna');
    await turn({ callbackAfter: 'P3W' });
    const { body: begun } = await ask<JourneyDocument>(
      'POST',
      `${running.api}/v1/journeys`,
      { definition: 'relocating' },
      anna,
    );
    const journey = `${running.api}/v1/journeys/${begun.id}`;
    await ask('POST', `${journey}/tasks/declareMove`, { event: 'submit', data: MOVE }, anna);
    expect((await move({})).body).toMatchObject({ stops: [], runs: false, next: '2026-03-23T09:00:00.000Z' });

    const { body } = await move({ by: 'P1Y' });
    expect(body).toMatchObject({ now: '2027-03-02T09:00:00.000Z', today: '2027-03-02', runs: false });
    // Three weeks to the answer, two months to the doctor, and two from the answer until nobody waits for the report any more.
    const stops = ['2026-03-23T09:00:00.000Z', '2026-05-01T08:00:00.000Z', '2026-05-22T08:00:00.000Z'];
    expect(body.stops).toEqual(stops);
    // Nothing but that somebody turns 15.
    expect(body.next).toBe('2028-01-03T07:00:00.000Z');

    // A year has passed for the journey, and none for the token.
    const { body: ended } = await ask<JourneyDocument>('GET', journey, undefined, anna);
    expect(ended).toMatchObject({ status: 'done', movedAt: stops[2] });
    expect(happened(ended)).toEqual([
      'started 2026-03-02T09:00:00.000Z',
      'submitted 2026-03-02T09:00:00.000Z',
      `answered ${stops[0]}`,
      `elapsed ${stops[1]}`,
      `elapsed ${stops[2]}`,
    ]);
  });

  it('says what still moves, and stays where it has come to', async () => {
    const bo = await tokenOf('bo');
    await turn({ latency: 3_000 });
    const { body: begun } = await ask<JourneyDocument>(
      'POST',
      `${running.api}/v1/journeys`,
      { definition: 'relocating' },
      bo,
    );
    const journey = `${running.api}/v1/journeys/${begun.id}`;
    const data = { ...MOVE, date: '2027-03-02' };
    await ask('POST', `${journey}/tasks/declareMove`, { event: 'submit', data }, bo);
    // The authority takes its time; calendar time waits for it.
    const { body } = await move({ to: 'next' });
    expect(body).toMatchObject({ now: '2027-05-01T08:00:00.000Z', stops: ['2027-05-01T08:00:00.000Z'] });
    const { body: view } = await ask<JourneyDocument>('GET', journey, undefined, bo);
    expect(happened(view).slice(0, 3)).toEqual([
      'started 2027-03-02T09:00:00.000Z',
      'submitted 2027-03-02T09:00:00.000Z',
      'answered 2027-03-02T09:00:00.000Z',
    ]);
  });

  it.each([
    [{ to: 'yesterday' }, '#/to'],
    [{ to: '2026-03-02' }, '#/to'],
    [{ by: '14 days' }, '#/by'],
    [{ by: 'P1D', to: 'next' }, '#/by'],
    [{ until: 'next' }, '#/until'],
  ])('is not moved by %j', async (body, pointer) => {
    expect(await move(body)).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ pointer }] } });
  });

  it(
    'is where it was after a restart, and goes on from there',
    async () => {
      const { body: before } = await move({ to: '2030-01-01' });
      expect(before.now).toBe('2029-12-31T23:00:00.000Z');
      await running.close();
      running = await start();
      const { body: after } = await ask<ClockMovedDocument>('GET', `${running.api}/v1/clock`);
      expect(after).toMatchObject({ now: before.now, runs: false });
      const { body: goesOn } = await move({ runs: true });
      expect(goesOn).toMatchObject({ runs: true, today: '2030-01-01' });
      const { status } = await ask('GET', `${running.api}/v1/journeys`, undefined, await tokenOf('anna'));
      expect(status).toBe(200);
    },
    STARTING,
  );
});
