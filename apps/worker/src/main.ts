import 'reflect-metadata';
import { authorityIds, Catalogue } from '#authorities';
import { runProcess } from '#settings';
import { SystemModule } from '#system';
import { createLogger, MetricsToken, StatusModule } from '#telemetry';
import { workerEnvironment } from './environment.js';
import { startWorker } from './start-worker.js';
import { WorkerModule } from './worker.module.js';

await runProcess('worker', () => {
  const environment = workerEnvironment(process.env);
  const logger = createLogger({ process: 'worker', level: environment.logLevel });
  const catalogue = Catalogue.load();
  const status = StatusModule.forRoot({ metrics: MetricsToken(environment.metricsToken) });
  const worker = WorkerModule.forRoot(authorityIds(catalogue), environment);
  const system = { ...environment, logger, catalogue, edges: [status, worker] };
  return startWorker(SystemModule.forRoot(system), logger, environment);
});
