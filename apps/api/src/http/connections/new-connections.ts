import { type IncomingMessage, type Server } from 'node:http';
import { type Socket } from 'node:net';

/**
 * Unused connections: knows those over which no request has come yet. Who has just been let in is about to ask, and would be cut off by a
 * process that ends when everything that it has heard is answered.
 */
export class NewConnections {
  readonly #unheard = new Set<Socket>();
  #allHeard: () => void = () => undefined;

  /** @param server that does not listen yet */
  constructor(server: Server) {
    const leave = (socket: Socket): void => {
      this.#unheard.delete(socket);
      if (this.#unheard.size === 0) this.#allHeard();
    };
    server.on('connection', (socket: Socket) => {
      this.#unheard.add(socket);
      socket.once('close', () => leave(socket));
    });
    server.on('request', ({ socket }: IncomingMessage) => leave(socket));
  }

  /** Resolves when each has asked or gone, or after `within` milliseconds. */
  async heard(within: number): Promise<void> {
    if (this.#unheard.size === 0) return;
    await new Promise<void>(resolve => {
      const late = setTimeout(resolve, within);
      this.#allHeard = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }
}
