import { type Server } from 'node:http';
import { VersioningType } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Logger } from 'pino';
import { LOGGER, Metrics } from '#telemetry';
import { ShedLoad } from './admission/shed-load.js';
import { cutUnreadBody } from './body/unread-body.js';
import { boundConnections } from './connections/connection-bounds.js';
import { DEADLINES, type Deadlines, keepDeadlines } from './connections/deadlines.js';
import { GracefulShutdown } from './connections/graceful-shutdown.js';
import { answerParserFaults } from './connections/parser-faults.js';
import { soundHead } from './connections/sound-head.js';
import { observeRequests } from './observe-requests.js';
import { PSEUDONYMS } from './pseudonyms.js';
import { securityHeaders } from './security-headers.js';

export interface HttpOptions {
  /** Open connections; those beyond are closed at once. Default 10,000. */
  readonly mostConnections?: number;
  /** Of those from one address, or one IPv6 network of 64 bits, that is no trusted proxy's. Default 256. */
  readonly mostConnectionsPerAddress?: number;
  /** Addresses or networks of the proxies that are believed about who calls. Default none. */
  readonly trustedProxies?: readonly string[];
  readonly deadlines?: Partial<Deadlines>;
}

/** Middleware and server settings of an application with {@link EdgeModule}: what Nest leaves to Express and to Node's server. */
export function configureHttp(app: NestExpressApplication, options: HttpOptions): void {
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.disable('x-powered-by');
  // Our entity tags say which version of a journey they are of; Express would make up its own for all else.
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', [...(options.trustedProxies ?? [])]);
  const deadlines = { ...DEADLINES, ...options.deadlines };
  const metrics = app.get(Metrics);
  const server: Server = app.getHttpServer();
  keepDeadlines(server, deadlines);
  answerParserFaults(server, metrics, deadlines.linger);
  boundConnections(server, {
    most: options.mostConnections ?? 10_000,
    mostPerAddress: options.mostConnectionsPerAddress ?? 256,
    isProxy: trustedProxies(app),
    shed: app.get(ShedLoad),
  });
  app.use(observeRequests(app.get<Logger>(LOGGER), metrics, app.get(PSEUDONYMS)));
  app.use(
    securityHeaders,
    soundHead,
    app.get(GracefulShutdown).follow(server),
    cutUnreadBody(deadlines.linger),
  );
}

/** As Express has understood `trust proxy`. */
function trustedProxies(app: NestExpressApplication): (address: string) => boolean {
  const trusted = app.getHttpAdapter().getInstance().get('trust proxy fn') as (
    address: string,
    hop: number,
  ) => boolean;
  return address => trusted(address, 0);
}
