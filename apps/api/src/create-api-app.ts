import { type Server } from 'node:http';
import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Assembly } from '#assembly';
import { authorityIds } from '#authorities';
import { type Running } from '#settings';
import { NestLog } from '#telemetry';
import { TIMERS, dispatchQueue } from '#queue';
import { ApiModule, type ApiModuleOptions } from './api.module.js';
import { DOCS_PATHS, documentApi } from './document-api.js';
import { Places } from './http/admission/places.js';
import { ShedLoad } from './http/admission/shed-load.js';
import { cutUnreadBody } from './http/body/unread-body.js';
import { boundConnections } from './http/connections/connection-bounds.js';
import { DEADLINES, keepDeadlines } from './http/connections/deadlines.js';
import { NewConnections } from './http/connections/new-connections.js';
import { answerParserFaults } from './http/connections/parser-faults.js';
import { RequestsUnderWay } from './http/connections/requests-under-way.js';
import { soundHead } from './http/connections/sound-head.js';
import { AuditTrail } from './audit/audit-trail.js';
import { observeRequests } from './http/observe-requests.js';
import { PSEUDONYMS } from './http/pseudonyms.js';
import { securityHeaders } from './http/security-headers.js';
import { Attempts } from './limits/attempts.js';
import { BOARD_PATH, opsOnly, queueBoard } from './ops/queue-board.js';

export interface ApiOptions extends ApiModuleOptions {
  /** Address and port to listen at; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  /** Open connections; those beyond are closed at once. Default 10,000. */
  readonly mostConnections?: number;
  /** Of those from one address, or one IPv6 network of 64 bits, that is no trusted proxy's. Default 256. */
  readonly mostConnectionsPerAddress?: number;
  /** Addresses or networks of the proxies that are believed about who calls. Default none. */
  readonly trustedProxies?: readonly string[];
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
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.disable('x-powered-by');
  // Our entity tags say which version of a journey they are of; Express would make up its own for all else.
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', [...(options.trustedProxies ?? [])]);
  const deadlines = { ...DEADLINES, ...options.deadlines };
  const server: Server = app.getHttpServer();
  keepDeadlines(server, deadlines);
  answerParserFaults(server, assembly.metrics, deadlines.linger);
  boundConnections(server, {
    most: options.mostConnections ?? 10_000,
    mostPerAddress: options.mostConnectionsPerAddress ?? 256,
    isProxy: trustedProxies(app),
    shed: app.get(ShedLoad),
  });
  const connections = new NewConnections(server);
  const underWay = new RequestsUnderWay();
  const places = app.get(Places);
  app.use(observeRequests(assembly.logger, assembly.metrics, app.get(PSEUDONYMS)));
  app.use(securityHeaders, soundHead, underWay.follow(), cutUnreadBody(deadlines.linger));
  app.use(
    BOARD_PATH,
    opsOnly(
      { attempts: app.get(Attempts), sessions: assembly.stores.sessions, trail: app.get(AuditTrail) },
      assembly.clock,
    ),
    places.admit('signed-in'),
  );
  app.use(BOARD_PATH, queueBoard(await boardQueues(assembly)));
  app.use(DOCS_PATHS, places.admit('public'));
  documentApi(app);
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

/** As Express has understood `trust proxy`. */
function trustedProxies(app: NestExpressApplication): (address: string) => boolean {
  const trusted = app.getHttpAdapter().getInstance().get('trust proxy fn') as (
    address: string,
    hop: number,
  ) => boolean;
  return address => trusted(address, 0);
}

async function boardQueues({ queues, catalogue }: Assembly) {
  const names = [...authorityIds(catalogue).map(dispatchQueue), TIMERS];
  return new Map(await Promise.all(names.map(async name => [name, await queues.get(name)] as const)));
}
