import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A TCP connection to the API over which a test sends what no proper HTTP client would. */
export class RawConnection {
  received = '';
  closed = false;

  private constructor(readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.received += text;
    });
    // Being cut off is what many of these tests wait for.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      this.closed = true;
    });
  }

  static async open(base: string): Promise<RawConnection> {
    const { hostname, port } = new URL(base);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const connection = new RawConnection(socket);
    await once(socket, 'connect');
    return connection;
  }

  /** Sends lines of a head, each ended by CRLF, and the empty line that ends it; then `body`, as it is. */
  ask(head: readonly string[], body = ''): this {
    this.socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, 'latin1');
    return this;
  }

  /** Status of each answer so far. */
  statuses(): readonly number[] {
    return [...this.received.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
  }

  /** A header of the first answer, lower case. */
  header(name: string): string | undefined {
    const [head = ''] = this.received.split('\r\n\r\n');
    return new RegExp(`^${name}: (.*?)\\r?$`, 'im').exec(head)?.[1]?.toLowerCase();
  }

  /** The body of the only answer, as JSON. */
  body(): unknown {
    const [, body = ''] = this.received.split('\r\n\r\n');
    return JSON.parse(Buffer.from(body, 'latin1').toString());
  }

  end(): void {
    this.socket.destroy();
  }
}
