import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const HOST = '127.0.0.1';

/** Stands on loopback between who calls and who is called, and is the network between them: good, slow or gone. */
export class TcpProxy {
  readonly #sockets = new Set<Socket>();
  #delay = 0;
  #refusing = false;
  #passing: Promise<void> = Promise.resolve();
  #pass: () => void = () => undefined;
  #held = false;
  readonly #server: Server;
  readonly #target: { readonly host: string; readonly port: number };

  private constructor(server: Server, target: { readonly host: string; readonly port: number }) {
    this.#server = server;
    this.#target = target;
    server.on('connection', socket => this.#accept(socket));
  }

  /** @param target address of who is called, e.g. `postgres://…@127.0.0.1:5432/x`; only host and port matter */
  static async to(target: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(target);
    const server = createServer({ allowHalfOpen: true }).listen(0, HOST);
    await once(server, 'listening');
    return new TcpProxy(server, { host: hostname, port: Number(port) });
  }

  /** The target's address, with this proxy in place of it. */
  before(target: string): string {
    const url = new URL(target);
    url.host = `${HOST}:${(this.#server.address() as AddressInfo).port}`;
    return url.href.replace(/\/$/, '');
  }

  /** Breaks every connection there is. */
  drop(): void {
    for (const socket of this.#sockets) {
      // Only what is fully open can be reset: anything else would stay half closed for good.
      if (socket.readyState === 'open') socket.resetAndDestroy();
      else socket.destroy();
    }
  }

  /** Breaks every connection there is, and every new one. */
  refuse(): void {
    this.#refusing = true;
    this.drop();
  }

  /** Whatever is sent from now on arrives so many milliseconds later, in order. */
  delay(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  /** Connections stand and nothing passes: what is sent is lost from sight until `mend`. */
  swallow(): void {
    if (this.#held) return;
    this.#held = true;
    this.#passing = new Promise(resolve => (this.#pass = resolve));
  }

  /** A good network again; what was held passes now. */
  mend(): void {
    this.#delay = 0;
    this.#refusing = false;
    this.#held = false;
    this.#pass();
  }

  async close(): Promise<void> {
    this.refuse();
    this.#pass();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #accept(near: Socket): void {
    if (this.#refusing) return void near.destroy();
    const far = connect({ ...this.#target, allowHalfOpen: true });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined); // it closes, which is what counts
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    this.#carry(near, far);
    this.#carry(far, near);
  }

  /** What comes from one end goes to the other, in order. */
  #carry(from: Socket, to: Socket): void {
    let way: Promise<void> | undefined;
    const after = (act: () => void): void => {
      if (way === undefined && this.#delay === 0 && !this.#held) return act();
      const arrives = performance.now() + this.#delay;
      const mine: Promise<void> = this.#arrival(arrives, way).then(() => {
        act();
        if (way === mine) way = undefined;
      });
      way = mine;
    };
    from.on('data', chunk => {
      after(() => {
        if (to.destroyed || to.writableEnded) return;
        if (!to.write(chunk)) {
          from.pause();
          to.once('drain', () => from.resume());
        }
      });
    });
    from.on('end', () => after(() => void to.end()));
  }

  /** When what was sent may go on: after what was sent before it, not while nothing passes, and not before its time. */
  async #arrival(at: number, earlier: Promise<void> | undefined): Promise<void> {
    await earlier;
    await this.#passing;
    const left = at - performance.now();
    if (left > 0) await sleep(left);
  }
}
