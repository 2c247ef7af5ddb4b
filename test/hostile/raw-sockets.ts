import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figures } from './figures.js';

/** Bytes on a connection of their own, and what may come of them. */
interface RawTrick {
  readonly name: string;
  /** What is sent, piece by piece, with the pauses of somebody who is slow. */
  readonly pieces: readonly (string | Buffer)[];
  /** We say that we have no more to send, and still listen. */
  readonly halfClose?: boolean;
  /** We go away without listening. */
  readonly hangUp?: boolean;
  /** So many answers must come. */
  readonly answers?: number;
  /** The statuses that may come; without it any but 5xx, or none. */
  readonly statuses?: readonly number[];
}

/** Milliseconds within which the server must have answered or ended the connection. */
const DEADLINE = 60_000;
const PIECE_EVERY = 400;
const HOST = 'Host: localhost';
const JSON_TYPE = 'Content-Type: application/json';
const get = (path: string, ...headers: readonly string[]): string =>
  `${[`GET ${path} HTTP/1.1`, HOST, ...headers].join('\r\n')}\r\n\r\n`;
const post = (body: string, ...headers: readonly string[]): string =>
  `${['POST /v1/journeys HTTP/1.1', HOST, JSON_TYPE, ...headers].join('\r\n')}\r\n\r\n${body}`;
const last = get('/health/live', 'Connection: close');

const QUICK: readonly RawTrick[] = [
  { name: 'pipelined', pieces: [get('/health/live').repeat(19) + last], answers: 20, statuses: [200] },
  { name: 'half-closed', pieces: [get('/health/live')], halfClose: true, answers: 1, statuses: [200] },
  { name: 'truncated body', pieces: [post('{"defi', 'Content-Length: 500')], halfClose: true },
  { name: 'gone in the middle', pieces: [post('{"defi', 'Content-Length: 500')], hangUp: true },
  { name: 'gone after asking', pieces: [get('/v1/definitions')], hangUp: true },
  {
    name: 'garbage for chunks',
    pieces: [post('zz\r\nnonsense\r\n', 'Transfer-Encoding: chunked')],
    statuses: [400, 401],
  },
  {
    name: 'a chunk of endless size',
    pieces: [post('ffffffffffffffff\r\nx', 'Transfer-Encoding: chunked')],
    statuses: [400, 401, 413],
  },
  {
    name: 'a long chunk extension',
    pieces: [post(`1;${'x'.repeat(20_000)}\r\na\r\n0\r\n\r\n`, 'Transfer-Encoding: chunked')],
    statuses: [400, 401, 413],
  },
  {
    name: 'length and chunks',
    pieces: [post(`0\r\n\r\n${last}`, 'Content-Length: 4', 'Transfer-Encoding: chunked')],
    statuses: [400],
  },
  { name: 'two lengths', pieces: [post('abcd', 'Content-Length: 4', 'Content-Length: 5')], statuses: [400] },
  { name: 'a negative length', pieces: [post('', 'Content-Length: -1')], statuses: [400] },
  {
    name: 'an endless length',
    pieces: [post('', `Content-Length: ${'9'.repeat(40)}`)],
    statuses: [400, 401, 413],
  },
  {
    name: 'chunked twice',
    pieces: [post('0\r\n\r\n', 'Transfer-Encoding: chunked, chunked', 'Connection: close')],
    statuses: [400, 401, 501],
  },
  {
    name: 'chunked, written oddly',
    pieces: [post('0\r\n\r\n', 'Transfer-Encoding : chunked')],
    statuses: [400],
  },
  {
    name: 'something else than chunked',
    pieces: [post('', 'Transfer-Encoding: gzip')],
    statuses: [400, 401, 501],
  },
  { name: 'no host', pieces: ['GET /health/live HTTP/1.1\r\n\r\n'], statuses: [400] },
  {
    name: 'two hosts',
    pieces: [get('/health/live', 'Host: elsewhere', 'Connection: close')],
    statuses: [400],
  },
  { name: 'a line folded', pieces: [get('/health/live', 'X-Folded: a\r\n b', 'Connection: close')] },
  { name: 'bare line feeds', pieces: ['GET /health/live HTTP/1.1\nHost: localhost\nConnection: close\n\n'] },
  { name: 'NUL in a header', pieces: [get('/health/live', 'X-Nul: a\0b')], statuses: [400] },
  { name: 'NUL in the path', pieces: [get('/health/\0live')], statuses: [400] },
  {
    name: 'UTF-8 in the path',
    pieces: [get('/v1/definitions/æøå', 'Connection: close')],
    statuses: [400, 404],
  },
  { name: 'the whole address', pieces: [get('http://elsewhere/health/live', 'Connection: close')] },
  { name: 'a path that is none', pieces: [get('health', 'Connection: close')], statuses: [400, 404] },
  { name: 'a long path', pieces: [get(`/${'a'.repeat(20_000)}`)], statuses: [404, 414, 431] },
  { name: 'a long header', pieces: [get('/health/live', `X-Long: ${'a'.repeat(20_000)}`)], statuses: [431] },
  {
    name: 'many headers',
    pieces: [get('/health/live', ...Array.from({ length: 3_000 }, (_, index) => `X-${index}: 1`))],
    statuses: [200, 431],
  },
  { name: 'HTTP/0.9', pieces: ['GET /health/live\r\n\r\n'], halfClose: true },
  { name: 'HTTP/1.0', pieces: ['GET /health/live HTTP/1.0\r\n\r\n'], statuses: [200, 400] },
  { name: 'HTTP/2 beforehand', pieces: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], statuses: [400, 404, 405] },
  { name: 'TLS', pieces: [Buffer.from('16030100c8010000c40303', 'hex')], halfClose: true },
  {
    name: 'an upgrade',
    pieces: [get('/health/live', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13')],
    halfClose: true,
  },
  { name: 'a tunnel', pieces: ['CONNECT localhost:22 HTTP/1.1\r\nHost: localhost\r\n\r\n'], halfClose: true },
  {
    name: 'a method of its own',
    pieces: ['HACK / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    statuses: [400, 404, 405, 501],
  },
  {
    name: 'continue, please',
    pieces: [post('', 'Content-Length: 900000', 'Expect: 100-continue')],
    halfClose: true,
  },
  {
    name: 'something else is expected',
    pieces: [post('', 'Content-Length: 0', 'Expect: nonsense', 'Connection: close')],
    statuses: [401, 417],
  },
  { name: 'nothing', pieces: [''], halfClose: true },
  {
    name: 'HEAD of what does not end',
    pieces: [`HEAD /v1/journeys/x/stream HTTP/1.1\r\n${HOST}\r\n\r\n${last}`],
    answers: 2,
  },
];

const SLOW: readonly RawTrick[] = [
  {
    name: 'a head that never ends',
    pieces: ['GET / HTTP/1.1\r\n', ...Array.from({ length: 500 }, (_, index) => `X-${index}: 1\r\n`)],
  },
  {
    name: 'a head byte by byte',
    pieces: Array.from('GET /health/live HTTP/1.1\r\nHost: localhost\r\n'.repeat(4)),
  },
  {
    name: 'a body byte by byte',
    pieces: [post('', 'Content-Length: 5000'), ...Array.from({ length: 500 }, () => ' ')],
  },
  { name: 'a body that never comes', pieces: [post('', 'Content-Length: 500')] },
  { name: 'nothing, for long', pieces: [] },
];

/** One byte after the other on plain sockets: what no HTTP client would send. */
export class RawSockets {
  #turn = 0;
  readonly #base: URL;
  readonly #figures: Figures;

  constructor(base: URL, figures: Figures) {
    this.#base = base;
    this.#figures = figures;
  }

  /** The next trick of those that are soon over. */
  async next(): Promise<void> {
    await this.#play(QUICK[this.#turn++ % QUICK.length]!);
  }

  /** All that take their time, at the same time. */
  async slow(): Promise<void> {
    await Promise.all(SLOW.map(trick => this.#play(trick)));
  }

  async #play(trick: RawTrick): Promise<void> {
    this.#figures.rawConnections += 1;
    const socket = connect({ host: this.#base.hostname, port: Number(this.#base.port), allowHalfOpen: true });
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('error', () => undefined);
    const over = Promise.race([once(socket, 'end'), once(socket, 'close')]).catch(() => undefined);
    const timer = new AbortController();
    const late = sleep(DEADLINE, 'late' as const, { signal: timer.signal }).catch(() => undefined);
    await once(socket, 'connect').catch(() => undefined);
    await Promise.race([write(socket, trick.pieces), over, late]);
    if (trick.hangUp) {
      timer.abort();
      return void socket.destroy();
    }
    if (trick.halfClose) socket.end();
    const came = await Promise.race([over, late, this.#enough(socket, trick, () => text)]);
    timer.abort();
    socket.destroy();
    if (came === 'late')
      this.#fault(trick, `is neither answered nor ended. It was told ${text.slice(0, 200)}`);
    else this.#judge(trick, text);
  }

  /** Whoever keeps the connection open has been answered when the answers that it waits for are there. */
  #enough(
    socket: Socket,
    { answers = Number.POSITIVE_INFINITY }: RawTrick,
    said: () => string,
  ): Promise<void> {
    return new Promise(resolve => {
      socket.on('data', () => {
        if (statusesIn(said()).length >= answers) resolve();
      });
    });
  }

  #judge(trick: RawTrick, text: string): void {
    const statuses = statusesIn(text);
    if (trick.answers !== undefined && statuses.length !== trick.answers)
      this.#fault(trick, `got ${statuses.length} answers, not ${trick.answers}`);
    for (const status of statuses) {
      if (status >= 500 && status !== 501) this.#fault(trick, `answered ${status}`);
      if (trick.statuses && !trick.statuses.includes(status))
        this.#fault(trick, `answered ${status}, not ${trick.statuses.join(' or ')}`);
    }
    if (statuses.some(status => status >= 400) && !/application\/problem\+json/i.test(text)) {
      this.#fault(trick, `answered ${statuses.join()} without a problem document`);
    }
  }

  #fault({ name }: RawTrick, what: string): void {
    this.#figures.fault(what, `raw, ${name}`);
  }
}

function statusesIn(text: string): readonly number[] {
  return Array.from(text.matchAll(/HTTP\/1\.1 (\d{3}) /g), match => Number(match[1])).filter(
    status => status !== 100,
  );
}

async function write(socket: Socket, pieces: readonly (string | Buffer)[]): Promise<void> {
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await sleep(PIECE_EVERY);
    if (socket.destroyed || socket.readableEnded) return;
    socket.write(piece);
  }
}
