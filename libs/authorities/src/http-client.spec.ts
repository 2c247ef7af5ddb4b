import { getEventListeners, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { until } from '../../../test/support/until.js';
import { HttpClient, HttpError, type HttpRequest, MOST_ANSWER_BYTES } from './http-client.js';

const LONG = 60_000;

/** For 127.0.0.1, and good for nothing else. */
const SELF_SIGNED = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcN1NIDrHN21+jecl
dRlOgZ9PD+zt917bk1E1Jz6Tc1WhRANCAASr/CcNuKhgEFFCd/iDYUIECz5eDStR
d+H7SMvtAPlDt7Hl3F+ct9uq+6r2BcNFyfP4qH8mYKZ6VQJCgq/IUMQB
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUF+ovJZU6aLrfIRnfloWMiYw+BtkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyOTAyMDkyMVoYDzIxMjYxMTA1
MDIwOTIxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASr/CcNuKhgEFFCd/iDYUIECz5eDStRd+H7SMvtAPlDt7Hl3F+ct9uq
+6r2BcNFyfP4qH8mYKZ6VQJCgq/IUMQBo28wbTAdBgNVHQ4EFgQUAClH+hMH0N/0
7Na8tTjkvg50vh8wHwYDVR0jBBgwFoAUAClH+hMH0N/07Na8tTjkvg50vh8wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhANlEAUIdXqyU2v6xyvn5ADlvZHjQfH8X31d4KDCrOy91AiBY
fudmp8d9/qOM44hkTohPxgZ+V0wm7mh+scjdPe9Whg==
-----END CERTIFICATE-----`,
};

describe('HttpClient', () => {
  const client = new HttpClient();
  let server: Server;
  let origin: string;
  let asked: { readonly request: IncomingMessage; readonly body: string }[];
  let respond: (response: ServerResponse, request: IncomingMessage) => void;

  beforeEach(async () => {
    asked = [];
    respond = response => response.end();
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push({ request, body });
        respond(response, request);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const post = (request: Partial<HttpRequest> = {}) =>
    client.post({ origin, path: '/moves?x=1', headers: {}, body: 'æ', timeout: LONG, ...request });
  const faultOf = async (posting: Promise<unknown>): Promise<HttpError> => {
    const error: unknown = await posting.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error instanceof HttpError) return error;
    throw new Error('there was a response');
  };

  it('sends the body as it is, and gives status, headers and text', async () => {
    respond = response => response.writeHead(201, { 'Retry-After': '7' }).end('ø');
    const { status, headers, text } = await post({ headers: { 'idempotency-key': 'k' } });
    expect({ status, text, after: headers['retry-after'] }).toEqual({ status: 201, text: 'ø', after: '7' });
    expect(asked[0]).toMatchObject({
      body: 'æ',
      request: {
        method: 'POST',
        url: '/moves?x=1',
        headers: { 'content-length': '2', 'idempotency-key': 'k' },
      },
    });
  });

  it('follows no redirect', async () => {
    respond = response => response.writeHead(307, { location: `${origin}/elsewhere` }).end();
    expect((await post()).status).toBe(307);
    expect(asked).toHaveLength(1);
  });

  it('takes a body of the most bytes, and ends the connection on one more', async () => {
    respond = response => response.end('x'.repeat(MOST_ANSWER_BYTES));
    expect((await post()).text).toHaveLength(MOST_ANSWER_BYTES);
    let closed: Promise<unknown> | undefined;
    respond = response => {
      closed = once(response, 'close');
      response.write('x'.repeat(MOST_ANSWER_BYTES + 1));
    };
    expect((await faultOf(post())).fault).toBe('too-large');
    await closed;
  });

  it('unpacks nothing', async () => {
    const packed = gzipSync('x'.repeat(10 * MOST_ANSWER_BYTES));
    respond = response => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    expect((await post()).text.length).toBeLessThanOrEqual(packed.length);
  });

  it('does not read on after a 5xx', async () => {
    let closed: Promise<unknown> | undefined;
    respond = response => {
      closed = once(response, 'close');
      response.writeHead(503, { 'retry-after': '7' }).write('sorry');
    };
    expect(await post()).toMatchObject({ status: 503, headers: { 'retry-after': '7' }, text: '' });
    await closed;
  });

  it('limits the time to the last byte, not only to the first', async () => {
    respond = () => undefined;
    expect((await faultOf(post({ timeout: 20 }))).fault).toBe('timeout');
    respond = response => response.writeHead(200).write('half');
    expect((await faultOf(post({ timeout: 20 }))).fault).toBe('timeout');
  });

  it('gives up at once when aborted, with or without a connection', async () => {
    const stop = new AbortController();
    respond = () => stop.abort();
    expect((await faultOf(post({ signal: stop.signal }))).fault).toBe('aborted');
    expect((await faultOf(post({ signal: stop.signal }))).fault).toBe('aborted');
    expect(asked).toHaveLength(1);
    const connecting = new AbortController();
    const posting = post({ signal: connecting.signal });
    connecting.abort();
    expect((await faultOf(posting)).fault).toBe('aborted');
    respond = response => response.end('after it');
    expect((await post()).text).toBe('after it');
    expect(asked).toHaveLength(2);
  });

  it('says why there is no connection', async () => {
    const error = await faultOf(post({ origin: 'http://127.0.0.1:1' }));
    expect(error).toMatchObject({ fault: 'unreachable', cause: { code: 'ECONNREFUSED' } });
    respond = response => response.destroy();
    expect((await faultOf(post())).fault).toBe('unreachable');
  });

  it('trusts no self-signed certificate', async () => {
    let requests = 0;
    const secure = createSecureServer(SELF_SIGNED, (_, response) => {
      requests += 1;
      response.end();
    });
    secure.listen(0, '127.0.0.1');
    await once(secure, 'listening');
    const { port } = secure.address() as AddressInfo;
    const error = await faultOf(post({ origin: `https://127.0.0.1:${port}` }));
    expect(error).toMatchObject({ fault: 'unreachable', cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
    expect(requests).toBe(0);
    secure.close();
    await once(secure, 'close');
  });

  it('closed, has no socket left: neither an idle one nor that of an exchange under way', async () => {
    // No idle connection ends by itself during the test.
    server.keepAliveTimeout = 600_000;
    const closing = new HttpClient();
    const closed: Promise<unknown>[] = [];
    server.on('connection', socket => closed.push(once(socket, 'close')));
    const exchange = { origin, path: '/', headers: {}, body: '', timeout: LONG };
    await closing.post(exchange);
    respond = () => undefined;
    const hanging = [closing.post(exchange), closing.post(exchange)].map(faultOf);
    await until(() => asked.length === 3, 'both to hang');
    await closing.close();
    expect((await Promise.all(hanging)).map(({ fault }) => fault)).toEqual(['unreachable', 'unreachable']);
    expect(closed.length).toBeGreaterThan(1);
    await Promise.all(closed);
    expect((await faultOf(closing.post(exchange))).fault).toBe('unreachable');
  });

  it('leaves nothing on a signal that outlives it, however it ends', async () => {
    const { signal } = new AbortController();
    await post({ signal });
    respond = response => response.writeHead(500).end('no');
    await post({ signal });
    respond = () => undefined;
    await faultOf(post({ signal, timeout: 20 }));
    await faultOf(post({ signal, origin: 'http://127.0.0.1:1' }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
