import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { type Duplex } from 'node:stream';
import { randomUUID } from 'node:crypto';
import { type Metrics } from '#telemetry';
import { problemDocument } from '../../problem/problem-document.js';
import { type ProblemCode } from '../../problem/problem-code.js';
import { headersOf } from '../security-headers.js';

const CODES: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
};

/**
 * Answers what never becomes a request, because Node's parser refuses it, with a problem document (RFC 9457) like everything else.
 * What Node would answer by itself, and barely, is left to {@link soundHead}; the rest of a request is asked for by whoever reads it.
 */
export function answerParserFaults(
  server: Server,
  metrics: Pick<Metrics, 'malformed'>,
  linger: number,
): void {
  const answers = new WeakMap<Duplex, Set<ServerResponse>>();
  const pass = (request: IncomingMessage, response: ServerResponse): void =>
    void server.emit('request', request, response);
  server.on('checkContinue', pass).on('checkExpectation', pass);
  // Options of `createServer`, which Nest calls. Who has said all they have to say may still hear the answer.
  Object.assign(server, { requireHostHeader: false, httpAllowHalfOpen: true });

  server.on('request', ({ socket }, response) => {
    const open = answers.get(socket) ?? new Set();
    answers.set(socket, open.add(response));
    response.once('close', () => open.delete(response));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET' || isAwaited(answers.get(socket))) {
      socket.destroy();
      return;
    }
    const code = CODES[error.code ?? ''] ?? 'malformed-request';
    metrics.malformed.inc({ code });
    socket.end(answerTo(code));
    setTimeout(() => socket.destroy(), linger).unref();
  });
}

/** Whether the caller would take what is written now for the answer to another request, or for the rest of one. */
function isAwaited(answers: ReadonlySet<ServerResponse> = new Set()): boolean {
  return answers.size > 1 || [...answers].some(({ headersSent, req }) => headersSent || req.complete);
}

/** A whole response. Its language is Danish, as for all who ask for none: what they asked for could not be read. */
function answerTo(code: ProblemCode): string {
  const document = problemDocument({ code }, 'da', randomUUID());
  const body = JSON.stringify(document);
  const headers = {
    ...headersOf('/'),
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': 'da',
    'Content-Length': String(Buffer.byteLength(body)),
    Date: new Date().toUTCString(),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`, ...lines, '', body].join('\r\n');
}
