import { randomUUID } from 'node:crypto';
import { METRICS_TOKEN } from '../../support/system-under-test.js';
import { Client, problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

interface OpenApi {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly security?: readonly object[] }>>>
  >;
}

/** What anybody may read. Everything else asks who is there. */
const OPEN = [
  'get /v1/authorities',
  'get /v1/definitions',
  'get /v1/definitions/{definition}',
  'get /v1/definitions/{definition}/score',
  'get /v1/definitions/{definition}/example',
  'get /v1/definitions/{definition}/feedback',
  'get /v1/disclosures/keys',
  // What is secret stands in the address.
  'get /v1/calendar/{secret}/calendar.ics',
  'get /.well-known/jwks.json',
  // What is sent there proves itself.
  'post /v1/tokens/sign-out',
  'get /problems',
  'get /problems/{code}',
  'get /health/live',
  'get /health/ready',
];

/** What is wrong with a request that shows nothing. */
function codeWithout(path: string): string {
  if (path === '/v1/tokens') return 'unknown-face';
  return path.startsWith('/v1/callbacks') || path.startsWith('/v1/events')
    ? 'unknown-signer'
    : 'missing-token';
}

describe('who may call what', () => {
  let system: System;
  let routes: readonly { readonly method: string; readonly path: string; readonly name: string }[];

  beforeAll(async () => {
    system = await startSystem();
    const { paths } = (await system.anonymous().get('/docs-json')).body as OpenApi;
    routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => ({ method, path, name: `${method} ${path}` })),
    );
  }, STARTING);

  afterAll(() => system?.close());

  const filled = (path: string): string => path.replaceAll(/\{\w+\}/g, randomUUID());
  const call = (client: Client, { method, path }: { method: string; path: string }) =>
    client.send(method.toUpperCase(), filled(path), method === 'get' ? undefined : {});
  const guarded = () => routes.filter(({ name }) => !OPEN.includes(name));

  it('knows every route', () => {
    expect(routes.map(({ name }) => name)).toEqual(expect.arrayContaining(OPEN));
    expect(guarded().length).toBeGreaterThan(20);
  });

  it('lets nobody through without a token or signature, except to what is open', async () => {
    for (const route of guarded()) {
      const { status, headers, body } = await call(system.anonymous(), route);
      expect({ route: route.name, status, type: headers.get('content-type') }).toEqual({
        route: route.name,
        status: 401,
        type: 'application/problem+json; charset=utf-8',
      });
      const code = codeWithout(route.path);
      expect(body).toMatchObject({ code });
      if (code === 'missing-token') expect(headers.get('www-authenticate')).toBe('Bearer realm="overgang"');
    }
  });

  it('lets nobody through in a role that the route is not for', async () => {
    const nobody = await system.signedIn();
    for (const route of guarded()) {
      const { status } = await call(nobody, route);
      const byToken = codeWithout(route.path) === 'missing-token';
      expect({ route: route.name, status }).toEqual({ route: route.name, status: byToken ? 403 : 401 });
    }
    const citizen = await system.signedIn('citizen');
    const ops = await system.signedIn('ops');
    problem(await citizen.get('/v1/ops/journeys'), 403, 'forbidden');
    problem(await citizen.get('/v1/designer/versions'), 403, 'forbidden');
    problem(await citizen.get('/metrics'), 403, 'forbidden');
    problem(await ops.get('/v1/journeys'), 403, 'forbidden');
    problem(await ops.get('/v1/designer/versions'), 403, 'forbidden');
  });

  describe('the queues', () => {
    it('are shown to ops, by token or by a cookie that a token buys, and are not to be touched', async () => {
      const ops = await system.signedIn('ops');
      expect((await ops.get('/ops/queues')).text).toContain('<html');
      const queues = await ops.read<{
        queues: { name: string; readOnlyMode: boolean }[];
      }>('/ops/queues/api/queues');
      expect(queues.queues.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['dispatch-cpr', 'timers']),
      );
      expect(queues.queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);

      const opened = await ops.post('/v1/ops/session');
      expect(opened.status).toBe(204);
      const cookie = String(opened.headers.get('set-cookie'));
      expect(cookie).toMatch(/^overgang_ops=.*Path=\/ops\/queues;.*HttpOnly;.*SameSite=Strict/);
      expect(cookie).toMatch(/Max-Age=900/);
      const pair = String(cookie.split(';')[0]);
      expect((await system.anonymous().get('/ops/queues', { cookie: pair })).status).toBe(200);
      // The cookie opens nothing else.
      problem(await system.anonymous().get('/v1/ops/journeys', { cookie: pair }), 401, 'missing-token');
      // It names a session, and carries no token.
      expect(pair).not.toContain('.');
      const page = await system.anonymous().get('/ops/queues/api/queues', { cookie: pair });
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('x-powered-by')).toBeNull();
      expect(page.text).not.toMatch(/redis_version|"version"|used_memory|"port"/);

      expect((await ops.send('DELETE', '/v1/ops/session')).status).toBe(204);
      problem(await system.anonymous().get('/ops/queues', { cookie: pair }), 401, 'missing-token');
    });

    it('are shown to nobody else', async () => {
      problem(await system.anonymous().get('/ops/queues'), 401, 'missing-token');
      problem(await system.anonymous().get('/ops/queues/api/queues'), 401, 'missing-token');
      const citizen = await system.signedIn('citizen');
      problem(await citizen.get('/ops/queues'), 403, 'forbidden');
      problem(await citizen.post('/v1/ops/session'), 403, 'forbidden');
      const inUrl = `/ops/queues?access_token=${await system.issuer.sign({ person: randomUUID(), roles: ['ops'] })}`;
      problem(await system.anonymous().get(inUrl), 401, 'missing-token');
    });
  });

  it('lets a scraper read the metrics, and nothing else', async () => {
    const scraper = new Client(system.api, METRICS_TOKEN);
    const metrics = await scraper.get('/metrics');
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    expect(metrics.text).toContain('overgang_http_request_seconds_bucket');
    problem(await scraper.get('/v1/ops/journeys'), 401, 'malformed-token');
    expect((await (await system.signedIn('ops')).get('/metrics')).status).toBe(200);
  });
});
