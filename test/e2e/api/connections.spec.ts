import { until } from '../../support/index.js';
import { type Client } from './client.js';
import { RawConnection } from './raw-connection.js';
import { STARTING, startSystem, type System } from './system.js';

const HOST = 'Host: api.test';
const JSON_TYPE = 'Content-Type: application/json';
const PER_ADDRESS = 12;

describe('connections that are not as they should be', () => {
  let system: System;
  let anna: Client;
  const opened: RawConnection[] = [];

  beforeAll(async () => {
    system = await startSystem({
      mostConnectionsPerAddress: PER_ADDRESS,
      deadlines: { head: 400, body: 400, request: 1_500, stalled: 1_000 },
    });
    anna = await system.citizen('6110851234');
  }, STARTING);

  afterEach(async () => {
    const ended = opened.splice(0);
    for (const connection of ended) connection.end();
    await until(() => ended.every(({ closed }) => closed), 'the connections to be closed');
  });

  afterAll(() => system?.close());

  const open = async (): Promise<RawConnection> => {
    const connection = await RawConnection.open(system.api);
    opened.push(connection);
    return connection;
  };
  const bearer = () => `Authorization: Bearer ${anna.token}`;

  /** The only answer is this problem, on a connection that is then closed. */
  const refused = async (connection: RawConnection, status: number, code: string): Promise<void> => {
    await until(() => connection.closed || connection.socket.readableEnded, `${status} and the end`);
    expect(connection.statuses()).toEqual([status]);
    expect(connection.header('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(connection.header('connection')).toBe('close');
    expect(connection.header('x-content-type-options')).toBe('nosniff');
    expect(connection.header('cache-control')).toBe('no-store');
    expect(connection.body()).toMatchObject({ status, code, type: `/problems/${code}` });
  };

  describe('slow ones', () => {
    it('whose head does not end are cut off', async () => {
      const connection = await open();
      connection.socket.write(`GET /health/live HTTP/1.1\r\n${HOST}\r\n`);
      await refused(connection, 408, 'too-slow');
    });

    it('whose body does not come are told so and cut off', async () => {
      const connection = await open();
      connection.ask(['POST /v1/journeys HTTP/1.1', HOST, bearer(), JSON_TYPE, 'Content-Length: 50'], '{');
      await refused(connection, 408, 'too-slow');
    });

    it('whose body comes byte by byte as well', async () => {
      const connection = await open();
      const head = ['POST /v1/journeys HTTP/1.1', HOST, bearer(), JSON_TYPE, 'Transfer-Encoding: chunked'];
      connection.ask(head, '1\r\n{\r\n');
      const drip = (): boolean => {
        if (connection.socket.writable) connection.socket.write('1\r\n \r\n');
        return connection.statuses().length > 0;
      };
      await until(drip, 'the deadline');
      expect(connection.statuses()).toEqual([408]);
    });

    it('that do not read what they have asked for are cut off', async () => {
      const connection = await open();
      connection.socket.pause();
      for (let i = 0; i < 40; i += 1) connection.ask(['GET /docs/swagger-ui-bundle.js HTTP/1.1', HOST]);
      await until(() => {
        if (!connection.closed) connection.socket.write('\r\n');
        return connection.closed;
      }, 'the connection to be cut off');
    });
  });

  it.each([
    ['a line that is no HTTP', ['nonsense'], 400, 'malformed-request'],
    ['the request line of HTTP/0.9', ['GET /health/live'], 400, 'malformed-request'],
    ['another version', ['GET /health/live HTTP/2.0', HOST], 400, 'malformed-request'],
    ['two hosts', ['GET /health/live HTTP/1.1', HOST, 'Host: other.test'], 400, 'malformed-request'],
    ['no host', ['GET /health/live HTTP/1.1'], 400, 'malformed-request'],
    ['a header that is none', ['GET /health/live HTTP/1.1', HOST, 'b\u0001d: x'], 400, 'malformed-request'],
    [
      'two lengths',
      ['POST /v1/events HTTP/1.1', HOST, 'Content-Length: 1', 'Content-Length: 2'],
      400,
      'malformed-request',
    ],
    [
      'headers without end',
      ['GET /health/live HTTP/1.1', HOST, `X: ${'x'.repeat(20_000)}`],
      431,
      'headers-too-large',
    ],
    ['an expectation', ['GET /health/live HTTP/1.1', HOST, 'Expect: tea'], 417, 'unmet-expectation'],
  ] as const)('%s is a problem like any other', async (_, head, status, code) => {
    await refused((await open()).ask(head), status, code);
  });

  it('a body that is chunked wrongly is a problem like any other', async () => {
    const head = ['POST /v1/journeys HTTP/1.1', HOST, bearer(), JSON_TYPE, 'Transfer-Encoding: chunked'];
    await refused((await open()).ask(head, 'zz\r\n'), 400, 'malformed-request');
  });

  it('what is no request does not get the answer of the request before it', async () => {
    const connection = await open();
    connection.ask(['GET /v1/journeys HTTP/1.1', HOST, bearer()], 'nonsense\r\n\r\n');
    await until(() => connection.closed || connection.socket.readableEnded, 'the end');
    expect(connection.statuses()).not.toContain(400);
  });

  it('those who have said all they have to say are answered', async () => {
    const connection = await open();
    connection.socket.end(`GET /v1/journeys HTTP/1.1\r\n${HOST}\r\n${bearer()}\r\n\r\n`);
    await until(() => connection.closed, 'the answer and the end');
    expect(connection.statuses()).toEqual([200]);
  });

  it('those who hang up while they listen to a stream have left it', async () => {
    const { id } = await anna.start();
    const connection = await open();
    connection.ask([`GET /v1/journeys/${id}/stream HTTP/1.1`, HOST, bearer()]);
    await until(() => connection.received.includes('happened'), 'the stream');
    connection.socket.end();
    await until(() => connection.closed, 'its end');
  });

  it('HEAD is answered at once by every route that answers GET, the stream too, and the connection goes on', async () => {
    const { id } = await anna.start();
    const connection = await open();
    const paths = [
      '/v1/journeys',
      `/v1/journeys/${id}`,
      `/v1/journeys/${id}/stream`,
      '/v1/definitions',
      '/problems',
    ];
    for (const [i, path] of paths.entries()) {
      connection.ask([`HEAD ${path} HTTP/1.1`, HOST, bearer()]);
      await until(() => connection.statuses().length > i, `HEAD ${path} to be answered`);
    }
    expect(connection.statuses()).toEqual(paths.map(() => 200));
    connection.ask([`HEAD /v1/journeys/unknown/stream HTTP/1.1`, HOST, bearer()]);
    await until(() => connection.statuses().length > paths.length, 'an answer');
    expect(connection.statuses().at(-1)).toBe(404);
  });

  it('more from one address than it may have are closed at once, and counted', async () => {
    await Promise.all(Array.from({ length: 2 * PER_ADDRESS }, open));
    await until(
      () => opened.filter(({ closed, socket }) => closed || socket.readableEnded).length >= PER_ADDRESS,
      'the rest to be closed',
    );
    expect(opened.filter(({ received }) => received !== '')).toEqual([]);
    for (const connection of opened) connection.end();
    await until(async () => {
      const metrics = await system.assembly.metrics.text();
      return /overgang_http_shed_total\{reason="address"\} \d\d/.test(metrics);
    }, 'the count');
    expect(system.log.filter(line => line.includes('127.0.0.1') && line.includes('shed'))).toEqual([]);
  });
});
