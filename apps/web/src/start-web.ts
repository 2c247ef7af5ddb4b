import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type RequestHandler } from 'express';
import { type Logger } from 'pino';
import { type Running } from '#settings';
import { NestLog } from '#telemetry';
import { faceHeaders } from './http/face-headers.js';
import { StaticFiles } from './http/static-files.js';
import { SignedIn } from './session/signed-in.js';

export interface WebServerOptions {
  /** Address and port to listen at; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  /** Addresses or networks of the proxies that are believed about who calls. Default none. */
  readonly trustedProxies?: readonly string[];
}

/**
 * Starts an application whose root module is {@link WebModule}, and listens.
 *
 * @throws whatever keeps a module from starting; then nothing stays open
 */
export async function startWeb(
  root: DynamicModule,
  logger: Logger,
  { host, port, trustedProxies = [] }: WebServerOptions,
): Promise<Running> {
  const app = await NestFactory.create<NestExpressApplication>(root, {
    // Forms are read once it is known that somebody may send them.
    bodyParser: false,
    logger: new NestLog(logger),
    abortOnError: false,
    forceCloseConnections: true,
  });
  try {
    app.disable('x-powered-by');
    app.set('etag', false);
    app.set('query parser', 'simple');
    app.set('trust proxy', [...trustedProxies]);
    app.use('/health/live', alive);
    app.use(app.get(StaticFiles).handler(), faceHeaders(app.get(SignedIn).formOrigins));
    await app.listen(port, host);
    return { address: await app.getUrl(), close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Liveness: the process answers. What it needs is the API's to tell. */
const alive: RequestHandler = (_request, response) => {
  response.type('text').send('ok');
};
