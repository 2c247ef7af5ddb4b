import { randomUUID } from 'node:crypto';
import { until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { RawConnection } from './raw-connection.js';
import { STARTING, startSystem, type System } from './system.js';

const MOST = 10;
const FLOOD = 3 * MOST;
const HOST = 'Host: api.test';

describe('callers whom nobody knows', () => {
  let system: System;
  let anna: Client;
  let flood: RawConnection[] = [];

  beforeAll(async () => {
    system = await startSystem({ mostRequests: MOST });
    anna = await system.citizen('6110851234');
  }, STARTING);

  afterEach(() => {
    for (const connection of flood.splice(0)) connection.end();
  });

  afterAll(() => system?.close());

  /** Many connections, each with a head and one byte of a body that never comes. */
  const begin = async (head: readonly string[]): Promise<void> => {
    flood = await Promise.all(Array.from({ length: FLOOD }, () => RawConnection.open(system.api)));
    for (const connection of flood) connection.ask([...head, HOST, 'Content-Length: 4096'], '{');
  };

  const answered = async (path: string): Promise<number> => (await anna.get(path)).status;

  it('are told so by their head alone, and take no place of the signed-in', async () => {
    await begin(['POST /v1/journeys HTTP/1.1', 'Content-Type: application/json']);
    await until(() => flood.every(({ received }) => received !== ''), 'all to be answered');
    expect(flood.map(one => one.statuses())).toEqual(flood.map(() => [401]));
    expect(await answered('/v1/journeys')).toBe(200);
    // What they would still send is thrown away for a moment; then they are cut off.
    await until(() => flood.every(({ closed }) => closed || sending(flood)), 'all to be cut off');
  });

  it('and say they are an authority, take no place of authorities or of the signed-in', async () => {
    const path = `/v1/callbacks/${randomUUID()}-1`;
    const body = JSON.stringify({ outcome: 'answered', answer: {} });
    const headers = Object.entries(system.signed('cpr', path, 'another'));
    await begin([
      `POST ${path} HTTP/1.1`,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      'Content-Type: application/json',
    ]);
    const signed = () => system.anonymous().post(path, body, system.signed('cpr', path, body));
    for (let i = 0; i < 3; i += 1) {
      problem(await signed(), 404, 'unknown-dispatch');
      expect(await answered('/v1/journeys')).toBe(200);
    }
    expect(flood.filter(({ received }) => received !== '')).toEqual([]);
  });

  it('have nothing read that they send to no route, however its path begins and ends', async () => {
    await begin(['POST /v1/designer/a/stream HTTP/1.1', 'Content-Type: application/json']);
    await until(() => flood.every(({ received }) => received !== ''), 'all to be answered');
    expect(flood.map(one => one.statuses())).toEqual(flood.map(() => [404]));
    await until(() => flood.every(({ closed }) => closed || sending(flood)), 'all to be cut off');
  });

  it('have no large body read, and are cut off while they send it', async () => {
    const connection = await RawConnection.open(system.api);
    flood.push(connection);
    const head = ['POST /v1/designer/check HTTP/1.1', HOST, 'Content-Type: application/json'];
    connection.ask([...head, `Content-Length: ${1024 * 1024}`], ' ');
    await until(() => connection.closed || sending([connection]), 'the connection to be cut off');
    expect(connection.statuses()).toEqual([401]);
  });

  it('are not told to send what would not be read', async () => {
    const connection = await RawConnection.open(system.api);
    flood.push(connection);
    const head = ['POST /v1/designer/check HTTP/1.1', HOST, 'Content-Type: application/json'];
    connection.ask([...head, 'Content-Length: 1024', 'Expect: 100-continue']);
    await until(() => connection.received !== '', 'an answer');
    expect(connection.statuses()).toEqual([401]);
    const known = await RawConnection.open(system.api);
    flood.push(known);
    const body = JSON.stringify({ definition: 'relocating' });
    known.ask([
      'POST /v1/journeys HTTP/1.1',
      HOST,
      `Authorization: Bearer ${anna.token}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Expect: 100-continue',
    ]);
    await until(() => known.statuses().includes(100), 'leave to send');
    known.socket.write(body);
    await until(() => known.statuses().length === 2, 'an answer');
    expect(known.statuses()).toEqual([100, 201]);
  });

  it('nor those who listen to a stream: an open one is no request under way', async () => {
    const { id } = await anna.start();
    while (flood.length < 2 * MOST) {
      const connection = await RawConnection.open(system.api);
      flood.push(connection);
      connection.ask([`GET /v1/journeys/${id}/stream HTTP/1.1`, HOST, `Authorization: Bearer ${anna.token}`]);
      await until(() => connection.received.includes('happened'), 'the stream');
    }
    expect(await answered('/v1/journeys')).toBe(200);
  });

  it('are still told of the health', async () => {
    await begin(['POST /v1/journeys HTTP/1.1', 'Content-Type: application/json']);
    expect((await system.anonymous().get('/health/ready')).status).toBe(200);
  });
});

/** Sends another byte over each, for one who sends nothing does not learn that they were cut off. */
function sending(connections: readonly RawConnection[]): false {
  for (const { socket } of connections) if (socket.writable) socket.write(' ');
  return false;
}
