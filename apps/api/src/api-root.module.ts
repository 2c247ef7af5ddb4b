import { type DynamicModule, Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { AuthoritiesModule, AuthorityClient, authorityIds, Catalogue } from '#authorities';
import { PostgresJourneyStore, PostgresModule, PostgresStores } from '#postgres';
import { PublishingModule } from '#publishing';
import { QueueModule, Queues } from '#queue';
import { RuntimeModule } from '#runtime';
import { TelemetryModule } from '#telemetry';
import { ApiModule } from './api.module.js';
import { type ApiEnvironment } from './environment.js';

/** The API as a process: modules start in this order and shut down in reverse. */
@Module({})
export class ApiRootModule {
  static forRoot(environment: ApiEnvironment, logger: Logger): DynamicModule {
    const { databaseUrl, redisUrl, namespace, masterKeys, authoritiesUrl, authoritySecrets } = environment;
    const { issuer, audience, jwksUrl, maxTokenAge, assurance } = environment;
    const catalogue = Catalogue.load();
    const onError = (error: Error): void => logger.warn({ err: error }, 'an adapter failed');
    return {
      module: ApiRootModule,
      imports: [
        PostgresModule.forRoot({ url: databaseUrl, masterKeys, onError }),
        QueueModule.forRoot({
          url: redisUrl ?? databaseUrl,
          namespace,
          authorities: authorityIds(catalogue),
          onError,
        }),
        AuthoritiesModule.forRoot({ catalogue, url: authoritiesUrl, secrets: authoritySecrets }),
        PublishingModule.forRoot(environment),
        TelemetryModule.forRoot({
          logger,
          dependencies: [PostgresStores, Queues],
          measured: { journeys: PostgresJourneyStore, authorities: AuthorityClient },
        }),
        RuntimeModule.forRoot(),
        ApiModule.forRoot({
          ...environment,
          issuer: { issuer, audience, keys: new URL(jwksUrl), maxAge: maxTokenAge, assurance },
          limits: environment,
        }),
      ],
    };
  }
}
