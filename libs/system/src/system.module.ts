import { type DynamicModule, Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { AuthoritiesModule, AuthorityClient, authorityIds, type Catalogue } from '#authorities';
import { type MasterKeys, PostgresJourneyStore, PostgresModule, PostgresStores } from '#postgres';
import { PublishingModule } from '#publishing';
import { QueueModule, Queues } from '#queue';
import { type Clocks, RuntimeModule } from '#runtime';
import { TelemetryModule, type TelemetryModuleOptions } from '#telemetry';

export interface SystemModuleOptions {
  readonly databaseUrl: string;
  /** Where the queues are; absent: in Postgres. */
  readonly redisUrl?: string | undefined;
  /** First part of every key in Redis. Default `overgang`. */
  readonly namespace?: string | undefined;
  /** Most dispatches of one role in one job. */
  readonly pack?: number;
  readonly masterKeys: MasterKeys;
  readonly authoritiesUrl: string;
  readonly authorityAddresses?: Readonly<Record<string, string>> | undefined;
  readonly authoritySecrets: Readonly<Record<string, string>>;
  readonly journeysDir: string;
  readonly checkSeconds?: number;
  readonly logger: Logger;
  readonly clocks?: Clocks | undefined;
  /** The address at which people reach this system; it stands in what is sent to them. */
  readonly publicUrl?: string | undefined;
  readonly catalogue: Catalogue;
  /** Modules of the app, which start last and stop first. */
  readonly edges: readonly DynamicModule[];
  /** Modules that are imported first. */
  readonly imports?: readonly DynamicModule[] | undefined;
  /** Tokens of other adapters than ours. */
  readonly adapters?: Partial<TelemetryModuleOptions['measured']> | undefined;
}

/**
 * Composition root: the use cases over all adapters, and on top of them what an app adds. One list for every process, since
 * modules start in this order and shut down in reverse.
 */
@Module({})
export class SystemModule {
  static forRoot(options: SystemModuleOptions): DynamicModule {
    const { databaseUrl, redisUrl, namespace, pack, masterKeys, authoritiesUrl, authoritySecrets } = options;
    const { logger, catalogue, imports = [], adapters = {} } = options;
    const roles = authorityIds(catalogue);
    const onError = (error: Error): void => logger.warn({ err: error }, 'an adapter failed');
    return {
      module: SystemModule,
      imports: [
        ...imports,
        PostgresModule.forRoot({ url: databaseUrl, masterKeys, onError }),
        QueueModule.forRoot({ url: redisUrl ?? databaseUrl, namespace, roles, pack, onError }),
        AuthoritiesModule.forRoot({
          catalogue,
          url: authoritiesUrl,
          addresses: options.authorityAddresses,
          secrets: authoritySecrets,
        }),
        PublishingModule.forRoot(options),
        TelemetryModule.forRoot({
          logger,
          dependencies: [PostgresStores, Queues],
          measured: { journeys: PostgresJourneyStore, authorities: AuthorityClient, ...adapters },
        }),
        RuntimeModule.forRoot(options),
        ...options.edges,
      ],
    };
  }
}
