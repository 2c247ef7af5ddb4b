import 'reflect-metadata';
import { runProcess } from '#settings';
import { createLogger } from '#telemetry';
import { ApiRootModule } from './api-root.module.js';
import { apiEnvironment } from './environment.js';
import { startApi } from './start-api.js';

await runProcess('api', () => {
  const environment = apiEnvironment(process.env);
  const logger = createLogger({ process: 'api', level: environment.logLevel });
  return startApi(ApiRootModule.forRoot(environment, logger), logger, environment);
});
