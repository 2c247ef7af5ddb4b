import { type DynamicModule, Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { AuthoritiesModule, AuthorityClient, authorityIds, Catalogue } from '#authorities';
import { type MasterKeys, PostgresJourneyStore, PostgresModule, PostgresStores } from '#postgres';
import { PublishingModule } from '#publishing';
import { QueueModule, Queues } from '#queue';
import { type Clock, RuntimeModule } from '#runtime';
import { MetricsToken, StatusModule, TelemetryModule, type TelemetryModuleOptions } from '#telemetry';
import { ApiModule, type ApiModuleOptions } from '../../api/src/api.module.js';
import { WorkerModule } from '../../worker/src/worker.module.js';
import { type WorkerOptions } from '../../worker/src/worker-options.js';

export interface SystemModuleOptions {
  readonly databaseUrl: string;
  /** Where the queues are; absent: in Postgres. */
  readonly redisUrl?: string | undefined;
  /** First part of every key in Redis. Default `overgang`. */
  readonly namespace?: string | undefined;
  /** Most dispatches of one authority in one job. */
  readonly pack?: number;
  readonly masterKeys: MasterKeys;
  readonly authoritiesUrl: string;
  readonly authoritySecrets: Readonly<Record<string, string>>;
  readonly journeysDir: string;
  readonly checkSeconds?: number;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** The authorities; those that come with the system unless given. */
  readonly catalogue?: Catalogue;
  /** What is in the process; at least one. */
  readonly api?: Omit<ApiModuleOptions, 'authoritySecrets'>;
  readonly worker?: WorkerOptions;
  /** Lets a scraper read the metrics of a process without the API. */
  readonly metricsToken?: string;
  /** Modules that are imported first. */
  readonly imports?: readonly DynamicModule[] | undefined;
  /** Tokens of other adapters than ours. */
  readonly adapters?: Partial<TelemetryModuleOptions['measured']> | undefined;
}

/** API and worker in one process, over the same adapters. Modules start in this order and shut down in reverse. */
@Module({})
export class SystemModule {
  static forRoot(options: SystemModuleOptions): DynamicModule {
    const { databaseUrl, redisUrl, namespace, pack, masterKeys, authoritiesUrl, authoritySecrets } = options;
    const { logger, catalogue = Catalogue.load(), api, worker, adapters = {} } = options;
    const authorities = authorityIds(catalogue);
    const onError = (error: Error): void => logger.warn({ err: error }, 'an adapter failed');
    return {
      module: SystemModule,
      imports: [
        ...(options.imports ?? []),
        PostgresModule.forRoot({ url: databaseUrl, masterKeys, onError }),
        QueueModule.forRoot({ url: redisUrl ?? databaseUrl, namespace, authorities, pack, onError }),
        AuthoritiesModule.forRoot({ catalogue, url: authoritiesUrl, secrets: authoritySecrets }),
        PublishingModule.forRoot(options),
        TelemetryModule.forRoot({
          logger,
          dependencies: [PostgresStores, Queues],
          measured: {
            journeys: adapters.journeys ?? PostgresJourneyStore,
            authorities: adapters.authorities ?? AuthorityClient,
          },
        }),
        RuntimeModule.forRoot(options.clock),
        api
          ? ApiModule.forRoot({ ...api, authoritySecrets })
          : StatusModule.forRoot({ metrics: MetricsToken(options.metricsToken) }),
        ...(worker ? [WorkerModule.forRoot(authorities, worker)] : []),
      ],
    };
  }
}
