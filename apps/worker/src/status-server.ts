import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Health, type Metrics } from '#telemetry';
import { sameSecret } from '#runtime';

export interface StatusServerOptions {
  readonly host: string;
  readonly port: number;
  readonly metricsToken?: string | undefined;
}

/** `/health/live`, `/health/ready` and `/metrics` of a process that serves nothing else. */
export class StatusServer {
  readonly #server: Server;

  private constructor(
    server: Server,
    readonly address: string,
  ) {
    this.#server = server;
  }

  static async listen(
    parts: { readonly health: Health; readonly metrics: Metrics },
    { host, port, metricsToken }: StatusServerOptions,
  ): Promise<StatusServer> {
    const server = createServer((request, response) => {
      answer(parts, metricsToken, request, response).catch(() =>
        send(response, 500, 'text/plain', 'fault\n'),
      );
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    const { address, family, port: taken } = server.address() as AddressInfo;
    return new StatusServer(server, `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }
}

async function answer(
  { health, metrics }: { readonly health: Health; readonly metrics: Metrics },
  metricsToken: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (`${request.method} ${request.url}`) {
    case 'GET /health/live':
      return send(response, 200, 'application/json', JSON.stringify({ live: true }));
    case 'GET /health/ready': {
      const readiness = await health.readiness();
      return send(response, readiness.ready ? 200 : 503, 'application/json', JSON.stringify(readiness));
    }
    case 'GET /metrics':
      if (!allowed(request.headers.authorization, metricsToken)) {
        response.setHeader('www-authenticate', 'Bearer');
        return send(response, 401, 'text/plain', 'Send METRICS_TOKEN as bearer token.\n');
      }
      return send(response, 200, metrics.registry.contentType, await metrics.text());
    default:
      return send(response, 404, 'text/plain', 'Here are /health/live, /health/ready and /metrics.\n');
  }
}

function allowed(authorization: string | undefined, token: string | undefined): boolean {
  if (token === undefined || authorization === undefined) return false;

  return sameSecret(authorization, `Bearer ${token}`);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
