import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** *Fault injection*: stands before a server, and takes its answer to a request away when the server has done what was asked, refuses in its place, or hears nobody. */
export class CuttingProxy {
  /** Methods and paths whose answers are taken away, the next of each. */
  readonly #cuts = new Set<string>();
  /** What is answered in place of the server, the next time each is asked. */
  readonly #refusals = new Map<string, { readonly status: 429 | 503; readonly retryAfter: number }>();
  #refusing = false;
  readonly #server = createServer((asked, reply) => this.#pass(asked, reply));

  readonly #target: string;

  private constructor(target: string) {
    this.#target = target;
  }

  static async to(target: string): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** @param asked method and path: `POST /v1/journeys` */
  cutNext(asked: string): void {
    this.#cuts.add(asked);
  }

  /** @param retryAfter seconds */
  refuseNext(asked: string, status: 429 | 503, retryAfter: number): void {
    this.#refusals.set(asked, { status, retryAfter });
  }

  /** Nobody is heard until it is mended. */
  refuse(): void {
    this.#refusing = true;
  }

  mend(): void {
    this.#refusing = false;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #pass(asked: IncomingMessage, reply: ServerResponse): void {
    const { method = '', url = '', headers } = asked;
    if (this.#refusing) return void asked.socket.destroy();
    const refusal = this.#refusals.get(`${method} ${url}`);
    if (refusal) {
      this.#refusals.delete(`${method} ${url}`);
      asked.resume().on('end', () => {
        reply.writeHead(refusal.status, { 'Retry-After': String(refusal.retryAfter) }).end();
      });
      return;
    }
    const passed = request(`${this.#target}${url}`, { method, headers }, answer => {
      if (this.#cuts.delete(`${method} ${url}`)) {
        answer.resume().on('end', () => asked.socket.destroy());
        return;
      }
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    passed.on('error', () => asked.socket.destroy());
    asked.pipe(passed);
  }
}
