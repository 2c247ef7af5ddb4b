import { type Server } from 'node:http';
import { type DynamicModule, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Logger } from 'pino';
import { Catalogue, authorityIds } from '#authorities';
import { queueNames, Queues } from '#queue';
import { Clock, SessionStore } from '#runtime';
import { type Running } from '#settings';
import { LOGGER, Metrics, NestLog } from '#telemetry';
import { DOCS_PATHS, documentApi } from './document-api.js';
import { Places } from './http/admission/places.js';
import { ShedLoad } from './http/admission/shed-load.js';
import { cutUnreadBody } from './http/body/unread-body.js';
import { boundConnections } from './http/connections/connection-bounds.js';
import { DEADLINES, type Deadlines, keepDeadlines } from './http/connections/deadlines.js';
import { GracefulShutdown } from './http/connections/graceful-shutdown.js';
import { answerParserFaults } from './http/connections/parser-faults.js';
import { soundHead } from './http/connections/sound-head.js';
import { AuditTrail } from './audit/audit-trail.js';
import { observeRequests } from './http/observe-requests.js';
import { PSEUDONYMS } from './http/pseudonyms.js';
import { securityHeaders } from './http/security-headers.js';
import { Attempts } from './limits/attempts.js';
import { BOARD_PATH, opsOnly, queueBoard } from './ops/queue-board.js';

export interface ApiServerOptions {
  /** Address and port to listen at; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  /** Open connections; those beyond are closed at once. Default 10,000. */
  readonly mostConnections?: number;
  /** Of those from one address, or one IPv6 network of 64 bits, that is no trusted proxy's. Default 256. */
  readonly mostConnectionsPerAddress?: number;
  /** Addresses or networks of the proxies that are believed about who calls. Default none. */
  readonly trustedProxies?: readonly string[];
  readonly deadlines?: Partial<Deadlines>;
}

/** A Nest application that listens. */
export interface RunningApp extends Running {
  readonly app: NestExpressApplication;
}

/**
 * Starts an application whose root module imports {@link ApiModule}, and listens.
 *
 * @throws whatever keeps a module from starting; then nothing stays open
 */
export async function startApi(
  root: DynamicModule,
  logger: Logger,
  options: ApiServerOptions,
): Promise<RunningApp> {
  const app = await NestFactory.create<NestExpressApplication>(root, {
    bodyParser: false,
    logger: new NestLog(logger),
    abortOnError: false,
    forceCloseConnections: true,
  });
  try {
    await configureApi(app, options);
    await app.listen(options.port, options.host);
    return { app, address: await app.getUrl(), close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Sets up what Nest leaves to Express and to the server. */
async function configureApi(app: NestExpressApplication, options: ApiServerOptions): Promise<void> {
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
  const places = app.get(Places);
  app.use(observeRequests(app.get<Logger>(LOGGER), metrics, app.get(PSEUDONYMS)));
  app.use(
    securityHeaders,
    soundHead,
    app.get(GracefulShutdown).follow(server),
    cutUnreadBody(deadlines.linger),
  );
  app.use(
    BOARD_PATH,
    opsOnly(
      { attempts: app.get(Attempts), sessions: app.get(SessionStore), trail: app.get(AuditTrail) },
      app.get(Clock),
    ),
    places.admit('signed-in'),
  );
  app.use(BOARD_PATH, queueBoard(await boardQueues(app)));
  app.use(DOCS_PATHS, places.admit('public'));
  documentApi(app);
}

/** As Express has understood `trust proxy`. */
function trustedProxies(app: NestExpressApplication): (address: string) => boolean {
  const trusted = app.getHttpAdapter().getInstance().get('trust proxy fn') as (
    address: string,
    hop: number,
  ) => boolean;
  return address => trusted(address, 0);
}

async function boardQueues(app: NestExpressApplication) {
  const queues = app.get(Queues);
  const names = queueNames(authorityIds(app.get(Catalogue)));
  return new Map(await Promise.all(names.map(async name => [name, await queues.get(name)] as const)));
}
