import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { InvariantError, type PersonVault, RetryableError, roleOf, UnreachableError } from '#runtime';
import { type Json } from '#statechart';
import { AuthorityClient } from './authority-client.js';
import { Catalogue } from './catalogue.js';

const catalogue = Catalogue.load();
const NOW = Date.parse('2026-05-04T10:00:00Z');
/** Persons whose ids tell nothing about the numbers, as in the vault. */
const persons: PersonVault = {
  personOf: cpr => Promise.resolve(`person-${Number(cpr) * 7}`),
  personsOf: () => Promise.reject(new Error('asked one by one')),
  find: () => Promise.resolve(undefined),
  cprOf: person =>
    person.startsWith('person-')
      ? Promise.resolve(String(Number(person.slice(7)) / 7))
      : Promise.reject(new InvariantError('unknown-person', 'the vault does not know this person')),
};
const ME = '6110851234';
const ME_INSIDE = `person-${Number(ME) * 7}`;
const SERVICE = 'cpr.readFamily';
const ANSWER = catalogue.service(SERVICE)?.example.answer as Record<string, Json>;

interface Asked {
  readonly request: IncomingMessage;
  readonly body: string;
}

describe('AuthorityClient', () => {
  let server: Server;
  let respond: (response: ServerResponse, request: IncomingMessage) => void;
  let asked: Asked[];
  let client: AuthorityClient;
  let connections: number;

  beforeEach(async () => {
    asked = [];
    connections = 0;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push({ request, body });
        respond(response, request);
      });
    });
    server.on('connection', () => connections++);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    client = clientFor(`http://127.0.0.1:${port}/cpr`);
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const clientFor = (address: string | undefined, timeout?: number) =>
    new AuthorityClient({
      catalogue,
      persons,
      clock: { now: () => NOW },
      address: () => address,
      credentials: () => 'token',
      ...(timeout !== undefined && { timeout }),
    });
  const answers = (status: number, body: Json | string, headers: Record<string, string> = {}) => {
    respond = response =>
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const call = (input: Json = { person: ME_INSIDE }, service = SERVICE) =>
    client.call({ dispatch: '0195-1', service, authority: roleOf(service), input });
  const failureOf = async (calling: Promise<unknown>): Promise<RetryableError | InvariantError> => {
    try {
      await calling;
    } catch (error) {
      if (error instanceof RetryableError || error instanceof InvariantError) return error;
      throw error;
    }
    throw new Error('the call did not fail');
  };

  it('asks with the dispatch id as key, its credentials, and CPR numbers for persons', async () => {
    answers(200, ANSWER);
    await call();
    const { request, body } = asked[0] as Asked;
    expect(request).toMatchObject({ method: 'POST', url: '/cpr/families' });
    expect(request.headers).toMatchObject({
      'idempotency-key': '0195-1',
      authorization: 'Bearer token',
      'content-type': 'application/json',
      'accept-encoding': 'identity',
    });
    expect(JSON.parse(body)).toEqual({ person: ME });
  });

  it('gives an answer with persons instead of CPR numbers, however deep they stand', async () => {
    answers(200, ANSWER);
    const reply = await call();
    expect(reply).toMatchObject({
      kind: 'answered',
      answer: {
        person: ME_INSIDE,
        civilStatus: 'married',
        children: [{ custodians: [ME_INSIDE, expect.stringMatching(/^person-/)] }],
      },
    });
    expect(JSON.stringify(reply)).not.toContain(ME);
  });

  it('keeps connections for the next calls', async () => {
    answers(200, ANSWER);
    for (let count = 0; count < 20; count++) await call();
    // One that is just being freed may make the next call open another.
    expect(connections).toBeLessThan(10);
  });

  it('takes 202 as accepted', async () => {
    answers(202, '');
    expect(await call()).toEqual({ kind: 'accepted' });
  });

  it.each([422, 409, 403])('takes a code of the contract as a refusal, in a %d', async status => {
    answers(status, { type: 'about:blank', title: 'No', status, code: 'unknownPerson', detail: 'Not here.' });
    expect(await call()).toEqual({
      kind: 'refused',
      refusal: { code: 'unknownPerson', title: 'CPR kender ikke personen.', detail: 'Not here.' },
    });
  });

  it.each([
    [408, {}, undefined],
    [409, {}, undefined],
    [429, { 'retry-after': '120' }, 120_000],
    [500, {}, undefined],
    [502, { 'retry-after': 'soon' }, undefined],
    [503, { 'retry-after': 'Mon, 04 May 2026 10:01:30 GMT' }, 90_000],
    [503, { 'retry-after': 'Mon, 04 May 2026 09:00:00 GMT' }, 0],
  ])('wants to try again after %d with %j', async (status, headers, pause) => {
    answers(status, 'not even JSON', headers as Record<string, string>);
    const failure = await failureOf(call());
    expect(failure).toBeInstanceOf(RetryableError);
    expect((failure as RetryableError).retryAfter).toBe(pause);
    expect(failure.message).toContain(SERVICE);
  });

  it('wants to try again when the connection is cut, or there is none', async () => {
    respond = response => response.destroy();
    expect(await failureOf(call())).toBeInstanceOf(RetryableError);
    client = clientFor('http://127.0.0.1:1');
    const failure = await failureOf(call());
    expect(failure).toBeInstanceOf(RetryableError);
    expect(failure.message).toMatch(/cpr could not be reached/);
  });

  it('wants to try again when the answer does not come, or only half of it', async () => {
    const { port } = server.address() as AddressInfo;
    client = clientFor(`http://127.0.0.1:${port}`, 50);
    respond = () => undefined;
    expect((await failureOf(call())).message).toContain('did not answer within 50 ms');
    respond = response => response.writeHead(200).write('{"person":');
    expect(await failureOf(call())).toBeInstanceOf(RetryableError);
  });

  it.each([200, 422])('reads a %d without an end up to a bound, and calls a person', async status => {
    const { port } = server.address() as AddressInfo;
    client = clientFor(`http://127.0.0.1:${port}/cpr`, 5_000);
    respond = response => {
      const chunk = ' '.repeat(64 * 1024);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.writeHead(status).on('drain', more);
      more();
    };
    const failure = await failureOf(call());
    expect(failure).toBeInstanceOf(InvariantError);
    expect(failure).toMatchObject({
      code: 'answer-breaks-contract',
      message: expect.stringContaining('1048576'),
    });
  });

  it('does not read what is said of a failure', async () => {
    answers(503, ' '.repeat(4 * 1024 * 1024));
    expect(await failureOf(call())).toBeInstanceOf(UnreachableError);
  });

  it.each([429, 409])('does not take a %d for being down', async status => {
    answers(status, '');
    const failure = await failureOf(call());
    expect(failure).toBeInstanceOf(RetryableError);
    expect(failure).not.toBeInstanceOf(UnreachableError);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    respond = () => stop.abort();
    const calling = client.call(
      { dispatch: '0195-1', service: SERVICE, authority: roleOf(SERVICE), input: { person: ME_INSIDE } },
      stop.signal,
    );
    expect((await failureOf(calling)).message).toContain('was stopped');
  });

  it.each([
    [
      'an answer that breaks the contract',
      200,
      { ...ANSWER, civilStatus: 'complicated' },
      'answer-breaks-contract',
    ],
    ['an extra field', 200, { ...ANSWER, shoeSize: 43 }, 'answer-breaks-contract'],
    ['a body that is not JSON', 200, '<html>', 'answer-breaks-contract'],
    ['a 204', 204, '', 'answer-breaks-contract'],
    ['a redirect', 302, '', 'answer-breaks-contract'],
    ['a 401', 401, { code: 'who are you' }, 'request-rejected'],
    ['an unknown refusal', 422, { code: 'badMood' }, 'request-rejected'],
    ['a 400 without a problem', 400, 'no', 'request-rejected'],
  ])('calls a person for %s', async (_, status, body, code) => {
    answers(status, body as Json, status === 302 ? { location: '/elsewhere' } : {});
    const failure = await failureOf(call());
    expect(failure).toBeInstanceOf(InvariantError);
    expect(failure).toMatchObject({ code });
    expect(asked).toHaveLength(1);
    expect(failure.message).not.toContain(ME);
  });

  it.each([
    ['a service nobody offers', { person: ME_INSIDE }, 'cpr.fly', 'unknown-service'],
    [
      'an input that breaks the contract',
      { person: ME_INSIDE, why: 'x' },
      SERVICE,
      'request-breaks-contract',
    ],
    ['an input without a person', {}, SERVICE, 'request-breaks-contract'],
    ['a person nobody knows', { person: 'nobody' }, SERVICE, 'unknown-person'],
  ])('does not ask for %s', async (_, input, service, code) => {
    const failure = await failureOf(call(input, service));
    expect(failure).toMatchObject({ code });
    expect(asked).toHaveLength(0);
  });

  it('does not ask an authority without an address', async () => {
    client = clientFor(undefined);
    expect(await failureOf(call())).toMatchObject({ code: 'no-address' });
  });
});
