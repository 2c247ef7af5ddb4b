import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { systemClock } from '#runtime';
import { until } from '../../support/index.js';
import { LocalIssuer } from '../../support/local-issuer.js';
import { TRUSTED } from '../../support/token-issuer.js';
import { type Client } from './client.js';
import { RawConnection } from './raw-connection.js';
import { STARTING, startSystem, type System, type SystemOptions } from './system.js';

interface RequestLine {
  readonly msg: string;
  readonly route: string;
  readonly status: string;
  readonly address?: string;
  readonly caller?: string;
  readonly authority?: string;
  readonly problem?: string;
  readonly cause?: string;
}

const PSEUDONYM = /^[\w-]{16}$/;

describe('the log line of a request', () => {
  const systems: System[] = [];
  afterAll(async () => {
    for (const system of systems) await system.close();
  });
  const start = async (options: SystemOptions): Promise<System> => {
    const system = await startSystem(options);
    systems.push(system);
    return system;
  };

  /** The lines that are new once `requests` have been made. */
  const linesOf = async (
    system: System,
    requests: () => Promise<number>,
  ): Promise<readonly RequestLine[]> => {
    const before = system.log.length;
    const count = await requests();
    const lines = (): readonly RequestLine[] =>
      system.log
        .slice(before)
        .map(line => JSON.parse(line) as RequestLine)
        .filter(({ msg }) => msg === 'request');
    await until(() => lines().length === count, 'the lines');
    return lines();
  };

  describe('without a proxy', () => {
    let system: System;
    let anna: Client;
    let eva: Client;
    beforeAll(async () => {
      system = await start({});
      anna = await system.citizen('6110851234');
      eva = await system.citizen('7105903456');
    }, STARTING);

    it('names caller and address by pseudonyms, believing nobody about where they are', async () => {
      const [first, second, third, open] = await linesOf(system, async () => {
        await anna.get('/v1/journeys');
        await anna.get('/v1/journeys', { 'x-forwarded-for': '192.0.2.1' });
        await eva.get('/v1/journeys', { forwarded: 'for=192.0.2.1' });
        await system.anonymous().get('/v1/definitions');
        return 4;
      });
      expect([first!.caller, first!.address]).toEqual([
        expect.stringMatching(PSEUDONYM),
        expect.stringMatching(PSEUDONYM),
      ]);
      expect(second!.caller).toBe(first!.caller);
      expect(third!.caller).not.toBe(first!.caller);
      expect(open).not.toHaveProperty('caller');
      const addresses = [first, second, third, open].map(line => line!.address);
      expect(new Set(addresses).size).toBe(1);
      expect(system.log.join()).not.toMatch(/127\.0\.0\.1(?!:\d)|192\.0\.2\.1/);
      expect(system.log.join()).not.toContain(decodeJwt(anna.token!).sub);
    });

    it('tells a forged token from one that has expired, and both from one of another issuer', async () => {
      const forger = await LocalIssuer.open({ ...TRUSTED, clock: systemClock });
      const bearer = { person: randomUUID(), roles: ['citizen'] as const };
      const forged = await forger.sign(bearer);
      const expired = await system.issuer.sign({ ...bearer, lifetime: -60 });
      const ask = (token: string) =>
        system.anonymous().get('/v1/journeys', { authorization: `Bearer ${token}` });
      const lines = await linesOf(system, async () => {
        await ask(forged);
        await ask(expired);
        await ask('nonsense');
        await system.anonymous().get('/v1/journeys');
        return 4;
      });
      expect(lines.map(({ status, problem, cause }) => ({ status, problem, cause }))).toEqual([
        { status: '401', problem: 'forged-token', cause: expect.stringMatching(/^ERR_J/) as string },
        { status: '401', problem: 'expired-token', cause: 'ERR_JWT_EXPIRED' },
        { status: '401', problem: 'malformed-token', cause: expect.stringMatching(/^ERR_JW/) as string },
        { status: '401', problem: 'missing-token', cause: undefined },
      ]);
    });

    it('names ops who look at the queues by their session', async () => {
      const ops = await system.signedIn('ops');
      const [opened, looked] = await linesOf(system, async () => {
        const cookie = String((await ops.post('/v1/ops/session')).headers.get('set-cookie')).split(';')[0]!;
        await system.anonymous().get('/ops/queues', { cookie });
        return 2;
      });
      expect(looked).toMatchObject({ route: '/ops/queues', status: '200', caller: opened!.caller });
      expect(opened!.caller).toMatch(PSEUDONYM);
    });

    it('names an authority, and who was let in but not allowed', async () => {
      const path = '/v1/events';
      const body = JSON.stringify({ type: 'nothing' });
      const [report, refused] = await linesOf(system, async () => {
        await system.anonymous().post(path, body, system.signed('cpr', path, body));
        await anna.get('/v1/ops/journeys');
        return 2;
      });
      expect(report).toMatchObject({ authority: 'cpr', problem: expect.any(String) as string });
      expect(refused).toMatchObject({
        status: '403',
        problem: 'forbidden',
        caller: expect.stringMatching(PSEUDONYM) as string,
      });
    });
  });

  it(
    'behind a trusted proxy tells callers apart by what it says of them',
    async () => {
      const system = await start({ trustedProxies: ['127.0.0.0/8'], mostConnectionsPerAddress: 1 });
      const ask = (from: string) => system.anonymous().get('/v1/definitions', { 'x-forwarded-for': from });
      const lines = await linesOf(system, async () => {
        await ask('192.0.2.1');
        await ask('192.0.2.2');
        // What a caller puts before it is not the proxy's word.
        await ask('192.0.2.2, 192.0.2.1');
        return 3;
      });
      // It has more connections than callers may have.
      const several = await Promise.all(Array.from({ length: 3 }, () => RawConnection.open(system.api)));
      for (const connection of several) connection.ask(['GET /health/live HTTP/1.1', 'Host: api.test']);
      await until(
        () => several.every(connection => connection.statuses().includes(200)),
        'all to be answered',
      );
      for (const connection of several) connection.end();
      const [one, two, again] = lines.map(({ address }) => address);
      expect(two).not.toBe(one);
      expect(again).toBe(one);
      expect(system.log.join()).not.toMatch(/192\.0\.2\./);
    },
    STARTING,
  );
});
