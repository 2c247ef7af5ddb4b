import 'reflect-metadata';
import { runProcess } from '#settings';
import { createLogger } from '#telemetry';
import { workerEnvironment } from './environment.js';
import { startWorker } from './start-worker.js';
import { WorkerRootModule } from './worker-root.module.js';

await runProcess('worker', () => {
  const environment = workerEnvironment(process.env);
  const logger = createLogger({ process: 'worker', level: environment.logLevel });
  return startWorker(WorkerRootModule.forRoot(environment, logger), logger, environment);
});
