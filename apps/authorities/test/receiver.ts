import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import { once } from 'node:events';

/** One message an authority sent, byte by byte. */
export interface ReceivedMessage {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Stands where callbacks and events go: keeps what comes, and answers with the statuses it is given, then 202. */
export class Receiver {
  readonly received: ReceivedMessage[] = [];
  readonly statuses: number[] = [];
  #waiting: (() => void)[] = [];

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        receiver.received.push({ path: request.url ?? '', headers: request.headers, body });
        response.writeHead(receiver.statuses.shift() ?? 202).end();
        const waiting = receiver.#waiting;
        receiver.#waiting = [];
        for (const wake of waiting) wake();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const receiver = new Receiver(`http://127.0.0.1:${port}`, async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    return receiver;
  }

  /** Resolves when at least so many messages have come. */
  async atLeast(count: number): Promise<readonly ReceivedMessage[]> {
    while (this.received.length < count) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
    return this.received;
  }
}
