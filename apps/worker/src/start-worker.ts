import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Logger } from 'pino';
import { type Running } from '#settings';
import { NestLog } from '#telemetry';

/**
 * Starts an application whose root module imports {@link WorkerModule}, and listens for who asks for its status.
 *
 * @throws whatever keeps a module from starting; then nothing stays open
 */
export async function startWorker(
  root: DynamicModule,
  logger: Logger,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Running> {
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger: new NestLog(logger),
    abortOnError: false,
    forceCloseConnections: true,
  });
  try {
    app.disable('x-powered-by');
    await app.listen(port, host);
    return { address: await app.getUrl(), close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}
