import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Assembly } from '#assembly';
import { type Running } from '#settings';
import { NestLog } from '#telemetry';
import { Processors } from './processors.js';
import { StatusServer } from './status-server.js';
import { type WorkerOptions } from './worker-options.js';

@Module({})
class WorkerModule {}

/** The worker over an assembly of parts, working. Closing it leaves the assembly open: it may serve others. */
export async function createWorkerApp(assembly: Assembly, options: WorkerOptions): Promise<Running> {
  const module = {
    module: WorkerModule,
    providers: [{ provide: Processors, useFactory: () => new Processors(assembly, options) }],
  };
  const app = await NestFactory.createApplicationContext(module, {
    logger: new NestLog(assembly.logger),
    abortOnError: false,
  });
  try {
    const status = await StatusServer.listen(assembly, options);
    return {
      address: status.address,
      close: async () => {
        await app.close();
        await status.close();
      },
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}
