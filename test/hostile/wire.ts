import { Agent, type IncomingMessage, request } from 'node:http';
import { type Answer, type Shot } from './shot.js';

/** What came of a request: an answer, or why there is none. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** HTTP's own rules, as our client knows them, forbid to send it. */
  | { readonly kind: 'not sendable'; readonly why: string }
  /** The connection was ended before an answer. */
  | { readonly kind: 'cut'; readonly why: string }
  | { readonly kind: 'hung' };

/** Milliseconds after which a request that is not answered hangs. */
const DEADLINE = 30_000;
/** Milliseconds to listen to a stream that has nothing to tell. */
const QUIET = 300;

/** Sends requests over connections that stay open, as a proxy does: what one leaves behind, the next one meets. */
export class Wire {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #base: URL;

  constructor(base: URL) {
    this.#base = base;
  }

  async send(shot: Shot): Promise<Outcome> {
    const first = await this.#once(shot);
    // The server may end a connection that was idle at the very moment it is used again: that is no answer to this request.
    return first === 'closed while idle' ? this.send(shot) : first;
  }

  close(): void {
    this.#agent.destroy();
  }

  #once({ method, path, headers, body }: Shot): Promise<Outcome | 'closed while idle'> {
    return new Promise(resolve => {
      const begun = performance.now();
      const { hostname, port } = this.#base;
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      let sent: ReturnType<typeof request>;
      try {
        sent = request({
          hostname,
          port,
          method,
          path,
          agent: this.#agent,
          headers: { ...length, ...headers } as never,
        });
      } catch (error) {
        return resolve({ kind: 'not sendable', why: String(error) });
      }
      const late = setTimeout(() => {
        resolve({ kind: 'hung' });
        sent.destroy();
      }, DEADLINE);
      const finish = (outcome: Outcome | 'closed while idle'): void => {
        clearTimeout(late);
        resolve(outcome);
      };
      sent.on('response', response => {
        read(response, () => sent.destroy()).then(
          text => finish({ kind: 'answered', answer: answerOf(response, text, performance.now() - begun) }),
          (error: unknown) => finish({ kind: 'cut', why: `in the middle of the answer: ${String(error)}` }),
        );
      });
      for (const event of ['upgrade', 'connect'] as const) {
        sent.on(event, (response: IncomingMessage, socket: { destroy(): void }) => {
          socket.destroy();
          finish({ kind: 'answered', answer: answerOf(response, '', performance.now() - begun) });
        });
      }
      sent.on('error', error =>
        finish(sent.reusedSocket ? 'closed while idle' : { kind: 'cut', why: String(error) }),
      );
      sent.end(body);
    });
  }
}

function answerOf(response: IncomingMessage, text: string, took: number): Answer {
  return { status: response.statusCode ?? 0, headers: response.headers, text, took };
}

/** The whole body; of a stream that goes on, what it has told so far. */
async function read(response: IncomingMessage, hangUp: () => void): Promise<string> {
  const stream = response.headers['content-type']?.startsWith('text/event-stream') === true;
  let text = '';
  const quiet = stream ? setTimeout(hangUp, QUIET) : undefined;
  try {
    for await (const chunk of response.setEncoding('utf8')) {
      text += chunk as string;
      if (stream && text.includes('data:')) break;
    }
  } catch (error) {
    if (!stream) throw error;
  } finally {
    clearTimeout(quiet);
  }
  if (stream) hangUp();
  return text;
}
