import 'reflect-metadata';
import { Catalogue } from '#authorities';
import { runProcess } from '#settings';
import { SystemModule } from '#system';
import { createLogger } from '#telemetry';
import { ApiModule } from './api.module.js';
import { apiEnvironment } from './environment.js';
import { startApi } from './start-api.js';

await runProcess('api', () => {
  const environment = apiEnvironment(process.env);
  const { issuer, jwksUrl, assurance } = environment;
  const logger = createLogger({ process: 'api', level: environment.logLevel });
  const api = ApiModule.forRoot({
    ...environment,
    signIn: { issuer, keys: new URL(jwksUrl), assurance },
    limits: environment,
  });
  const system = { ...environment, logger, catalogue: Catalogue.load(), edges: [api] };
  return startApi(SystemModule.forRoot(system), logger, environment);
});
