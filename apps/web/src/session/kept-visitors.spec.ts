import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Request } from 'express';
import { ApiProblem } from '../rest/api-problem.js';
import { KeptVisitors } from './kept-visitors.js';
import { type KeptVisitor } from './kept-session.js';
import { type SessionOptions } from './session-options.js';
import { TokenApi } from './token-api.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;
const VISITOR: KeptVisitor = {
  name: 'Anna Holm',
  role: 'citizen',
  person: 'anna',
  session: 'one',
  renewal: 'renewal of one',
  token: 'first',
  tokenExpires: NOW + 10 * MINUTE,
  endsAt: NOW + 480 * MINUTE,
};

describe('a kept visitor', () => {
  let now: number;
  let server: Server;
  let asked: string[];
  let answer: { readonly status: number; readonly body: object };
  let visitors: KeptVisitors;
  const clock = { now: () => now };

  beforeEach(async () => {
    now = NOW;
    asked = [];
    const given = { access_token: 'second', expires_in: 600, session_ends_at: '2026-03-01T20:00:00Z' };
    answer = { status: 200, body: given };
    server = createServer((request, response) => {
      let body = '';
      request
        .on('data', (part: Buffer) => (body += part.toString()))
        .on('end', () => {
          asked.push(`${request.headers.authorization} ${body}`);
          response
            .writeHead(answer.status, { 'content-type': 'application/json' })
            .end(JSON.stringify(answer.body));
        });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const options = { apiUrl, clock, face: { id: 'face', secret: 's' } } as unknown as SessionOptions;
    visitors = new KeptVisitors(options, new TokenApi(options));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** A request whose session counts what is done to it. */
  function requestOf(visitor: KeptVisitor | undefined) {
    const done: string[] = [];
    const session = {
      ...(visitor && { visitor }),
      save: (then: () => void) => (done.push('saved'), then()),
      destroy: (then: () => void) => (done.push('destroyed'), then()),
    };
    return { request: { session } as unknown as Request, session, done };
  }

  it('has the token at hand while it is good for a page, and nobody is asked', async () => {
    now = NOW + 8 * MINUTE;
    expect((await visitors.of(requestOf(VISITOR).request))?.token).toBe('first');
    expect(await visitors.of(requestOf(undefined).request)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('gets a new one shortly before it ends, once for all pages that are open', async () => {
    now = NOW + 9 * MINUTE;
    const [one, other] = [requestOf(VISITOR), requestOf(VISITOR)];
    const found = await Promise.all([visitors.of(one.request), visitors.of(other.request)]);
    expect(found.map(visitor => visitor?.token)).toEqual(['second', 'second']);
    expect(one.session.visitor).toMatchObject({
      token: 'second',
      tokenExpires: now + 10 * MINUTE,
      name: 'Anna Holm',
    });
    expect(one.done).toEqual(['saved']);
    expect(asked).toEqual([`Basic ${btoa('face:s')} grant_type=refresh_token&refresh_token=renewal+of+one`]);
  });

  it('is nobody when the session was ended', async () => {
    now = NOW + 9 * MINUTE;
    answer = { status: 400, body: { code: 'grant-refused' } };
    const { request, done } = requestOf(VISITOR);
    expect(await visitors.of(request)).toBeUndefined();
    expect(done).toEqual(['destroyed']);
  });

  it('stays while the API is away, for as long as the token is good', async () => {
    answer = { status: 503, body: {} };
    now = NOW + 9 * MINUTE;
    const { request, done } = requestOf(VISITOR);
    expect((await visitors.of(request))?.token).toBe('first');
    now = NOW + 10 * MINUTE;
    await expect(visitors.of(request)).rejects.toThrow(ApiProblem);
    expect(done).toEqual([]);
  });
});
