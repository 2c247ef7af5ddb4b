import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';

/** What is said instead of what the authority would say, the next time it is asked at this path. */
export interface Slip {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Stands before the authorities, and sometimes answers in their place what breaks every contract. */
export class CarelessAuthorities {
  readonly #slips: Slip[];

  constructor(slips: readonly Slip[]) {
    this.#slips = [...slips];
  }

  /** Slips that have not happened yet. */
  get left(): number {
    return this.#slips.length;
  }

  async listen(authoritiesUrl: string): Promise<{ readonly address: string; close(): Promise<void> }> {
    const server = createServer((request, response) => {
      const index = this.#slips.findIndex(({ path }) => path === request.url);
      const [slip] = index < 0 ? [] : this.#slips.splice(index, 1);
      if (slip) {
        request.resume();
        response.writeHead(slip.status, { 'content-type': slip.type }).end(slip.body);
        return;
      }
      passOn(request, authoritiesUrl).then(
        async reply => {
          const type = reply.headers.get('content-type');
          response.writeHead(reply.status, type === null ? {} : { 'content-type': type });
          response.end(Buffer.from(await reply.arrayBuffer()));
        },
        () => response.destroy(),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: async () => {
        server.closeAllConnections();
        await new Promise(resolve => server.close(resolve));
      },
    };
  }
}

async function passOn(request: IncomingMessage, authoritiesUrl: string): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const names = ['content-type', 'accept', 'authorization', 'idempotency-key'];
  const headers = Object.fromEntries(names.map(name => [name, String(request.headers[name] ?? '')]));
  return fetch(`${authoritiesUrl}${request.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) });
}
