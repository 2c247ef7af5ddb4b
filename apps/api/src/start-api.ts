import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Logger } from 'pino';
import { Catalogue, authorityIds } from '#authorities';
import { queueNames, Queues } from '#queue';
import { WallClock, OpsSessionStore } from '#runtime';
import { type Running } from '#settings';
import { NestLog } from '#telemetry';
import { AuditTrail } from './audit/audit-trail.js';
import { DOCS_PATHS, documentApi } from './documentation/document-api.js';
import { Places } from './http/admission/places.js';
import { configureHttp, type HttpOptions } from './http/configure-http.js';
import { Attempts } from './limits/attempts.js';
import { BOARD_PATH, opsOnly, queueBoard } from './ops/queue-board.js';

export interface ApiServerOptions extends HttpOptions {
  /** Address and port to listen at; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
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
    configureHttp(app, options);
    await mountPages(app);
    await app.listen(options.port, options.host);
    return { app, address: await app.getUrl(), close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Queue board and OpenAPI document, which are Express's and have no controller; they come after what stands before all routes. */
async function mountPages(app: NestExpressApplication): Promise<void> {
  const places = app.get(Places);
  app.use(
    BOARD_PATH,
    opsOnly(
      { attempts: app.get(Attempts), sessions: app.get(OpsSessionStore), trail: app.get(AuditTrail) },
      app.get(WallClock),
    ),
    places.admit('signed-in'),
  );
  app.use(BOARD_PATH, queueBoard(await boardQueues(app)));
  app.use(DOCS_PATHS, places.admit('public'));
  documentApi(app);
}

async function boardQueues(app: NestExpressApplication) {
  const queues = app.get(Queues);
  const names = queueNames(authorityIds(app.get(Catalogue)));
  return new Map(await Promise.all(names.map(async name => [name, await queues.get(name)] as const)));
}
