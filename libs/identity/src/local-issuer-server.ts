import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type CallerRole } from './caller.js';
import { type LocalIssuer } from './local-issuer.js';

/** A sample account of the local issuer. */
export interface SamplePerson {
  /** Login name, e.g. `anna`. */
  readonly name: string;
  readonly person: string;
  readonly roles: readonly CallerRole[];
}

/**
 * The local issuer over HTTP: `GET /.well-known/openid-configuration`, `GET /.well-known/jwks.json`, `GET /people`, and
 * `GET /token/<name>`, which gives `{ access_token, token_type, expires_in }`. There are no passwords, so let it listen at
 * 127.0.0.1 only.
 */
export function localIssuerServer(issuer: LocalIssuer, people: readonly SamplePerson[]): Server {
  return createServer((request, response) => {
    answer(issuer, people, request).then(
      ({ status, body }) => send(response, status, body),
      () => send(response, 500, { error: 'server_error' }),
    );
  });
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const LIFETIME = 60 * 60;

/** DNS rebinding: a page of another name that resolves to this machine gets no token. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

async function answer(
  issuer: LocalIssuer,
  people: readonly SamplePerson[],
  request: IncomingMessage,
): Promise<Answer> {
  if (request.method !== 'GET') return { status: 405, body: { error: 'Only GET is answered here.' } };
  if (!LOOPBACK.test(request.headers.host ?? '')) {
    return { status: 421, body: { error: 'Only this machine is answered: ask for localhost or 127.0.0.1.' } };
  }
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  switch (pathname) {
    case '/.well-known/jwks.json':
      return { status: 200, body: issuer.keys() };
    case '/.well-known/openid-configuration':
      return {
        status: 200,
        body: { issuer: issuer.issuer, jwks_uri: new URL('/.well-known/jwks.json', issuer.issuer).href },
      };
    case '/people':
      return { status: 200, body: people.map(({ name, roles }) => ({ name, roles })) };
    default:
  }
  const name = /^\/token\/([a-z0-9-]+)$/.exec(pathname)?.[1];
  if (name === undefined) return { status: 404, body: { error: 'Ask for /people or /token/<name>.' } };
  const person = people.find(candidate => candidate.name === name);
  if (!person) {
    const names = people.map(candidate => candidate.name).join(', ');
    return { status: 404, body: { error: `There is no sample person "${name}". There are: ${names}.` } };
  }
  const token = await issuer.sign({ ...person, lifetime: LIFETIME });
  return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: LIFETIME } };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
