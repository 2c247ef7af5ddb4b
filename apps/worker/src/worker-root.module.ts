import { type DynamicModule, Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { AuthoritiesModule, AuthorityClient, authorityIds, Catalogue } from '#authorities';
import { PostgresJourneyStore, PostgresModule, PostgresStores } from '#postgres';
import { PublishingModule } from '#publishing';
import { QueueModule, Queues } from '#queue';
import { RuntimeModule } from '#runtime';
import { MetricsToken, StatusModule, TelemetryModule } from '#telemetry';
import { type WorkerEnvironment } from './environment.js';
import { WorkerModule } from './worker.module.js';

/** The worker as a process: modules start in this order and shut down in reverse. */
@Module({})
export class WorkerRootModule {
  static forRoot(environment: WorkerEnvironment, logger: Logger): DynamicModule {
    const { databaseUrl, redisUrl, namespace, masterKeys, authoritiesUrl, authoritySecrets } = environment;
    const catalogue = Catalogue.load();
    const authorities = authorityIds(catalogue);
    const onError = (error: Error): void => logger.warn({ err: error }, 'an adapter failed');
    return {
      module: WorkerRootModule,
      imports: [
        PostgresModule.forRoot({ url: databaseUrl, masterKeys, onError }),
        QueueModule.forRoot({ url: redisUrl ?? databaseUrl, namespace, authorities, onError }),
        AuthoritiesModule.forRoot({ catalogue, url: authoritiesUrl, secrets: authoritySecrets }),
        PublishingModule.forRoot(environment),
        TelemetryModule.forRoot({
          logger,
          dependencies: [PostgresStores, Queues],
          measured: { journeys: PostgresJourneyStore, authorities: AuthorityClient },
        }),
        RuntimeModule.forRoot(),
        StatusModule.forRoot({ metrics: MetricsToken(environment.metricsToken) }),
        WorkerModule.forRoot(authorities, environment),
      ],
    };
  }
}
