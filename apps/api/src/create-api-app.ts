import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NestLog, authorityIds } from '#assembly';
import type { Assembly, Running } from '#assembly';
import { TokenVerifier } from '#identity';
import { TIMERS, dispatchQueue } from '#queue';
import { ApiModule } from './api.module.js';
import type { ApiModuleOptions } from './api.module.js';
import { AuditTrail } from './audit/audit-trail.js';
import { documentApi } from './document-api.js';
import { observeRequests } from './http/observe-requests.js';
import { NewConnections } from './http/new-connections.js';
import { readBody } from './http/read-body.js';
import { RequestsUnderWay } from './http/requests-under-way.js';
import { securityHeaders } from './http/security-headers.js';
import { BOARD_PATH, opsOnly, queueBoard } from './ops/queue-board.js';

export interface ApiOptions extends ApiModuleOptions {
  /** Address and port to listen at; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  /** Requests under way at once; those beyond are answered 503 with `Retry-After`. Default 500. */
  readonly mostRequests?: number;
}

/** Milliseconds that those who have just connected have to ask, when the process ends. */
const LAST_ORDERS = 1_000;
/** Milliseconds that requests under way may take then. */
const DRAIN = 4_000;

/** The API over an assembly of parts, listening. Closing it leaves the assembly open: it may serve others. */
export async function createApiApp(assembly: Assembly, options: ApiOptions): Promise<Running> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.of(assembly, options), {
    bodyParser: false,
    logger: new NestLog(assembly.logger),
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  // Our entity tags say which version of a journey they are of; Express would make up its own for all else.
  app.set('etag', false);
  app.set('query parser', 'simple');
  const underWay = new RequestsUnderWay(options.mostRequests ?? 500);
  app.use(observeRequests(assembly.logger, assembly.metrics));
  app.use(securityHeaders);
  app.use(underWay.admit());
  app.use(
    BOARD_PATH,
    opsOnly(app.get(TokenVerifier), app.get(AuditTrail)),
    queueBoard(await boardQueues(assembly)),
  );
  app.use(readBody);
  documentApi(app);
  const server: Server = app.getHttpServer();
  const connections = new NewConnections(server);
  await app.listen(options.port, options.host);
  return {
    address: await app.getUrl(),
    close: async () => {
      server.close();
      underWay.beLast();
      await connections.heard(LAST_ORDERS);
      await underWay.end(DRAIN);
      await app.close();
    },
  };
}

async function boardQueues({ queues, catalogue }: Assembly) {
  const names = [...authorityIds(catalogue).map(dispatchQueue), TIMERS];
  return new Map(await Promise.all(names.map(async name => [name, await queues.get(name)] as const)));
}
