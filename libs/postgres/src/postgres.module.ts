import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import {
  AccessChainStore,
  AppraisalStore,
  ChainVerificationStore,
  AssistanceStore,
  AuditLog,
  CalendarFeedStore,
  CorrectionStore,
  SecondChannelStore,
  DefinitionStore,
  DisclosureLog,
  DispatchStore,
  DocumentStore,
  DraftStore,
  DueStore,
  ErasureNews,
  ErasureStore,
  GivenMandateStore,
  FeedbackStore,
  HeadKeyStore,
  KeyedDigest,
  MandateStore,
  MessageStore,
  OpsStore,
  OverviewStore,
  PauseStore,
  PersonVault,
  OpsSessionStore,
  SessionStore,
  SigningKeyStore,
  SettingStore,
} from '#runtime';
import { type Database, openDatabase } from './database.js';
import { migrate } from './migrating/migrate.js';
import { PostgresJourneyStore } from './postgres-journey-store.js';
import { PostgresStores } from './postgres-stores.js';
import { MasterKeys } from './sealing/master-keys.js';

export interface PostgresModuleOptions {
  /** Connection string of a role that may create tables. */
  readonly url: string;
  readonly masterKeys: MasterKeys;
  readonly onError: (error: Error) => void;
}

const OPTIONS = Symbol('postgres options');
const DATABASE = Symbol('database');

/** The store of each port. That of journeys goes by its own class: the port itself is provided where commits are measured. */
const STORES = [
  [AccessChainStore, 'chains'],
  [AppraisalStore, 'appraisals'],
  [ChainVerificationStore, 'verifications'],
  [AssistanceStore, 'assistances'],
  [AuditLog, 'audit'],
  [CalendarFeedStore, 'calendarFeeds'],
  [CorrectionStore, 'corrections'],
  [SecondChannelStore, 'secondChannels'],
  [DefinitionStore, 'definitions'],
  [DisclosureLog, 'disclosures'],
  [DispatchStore, 'dispatches'],
  [DocumentStore, 'documents'],
  [DraftStore, 'drafts'],
  [DueStore, 'due'],
  [ErasureStore, 'erasures'],
  [GivenMandateStore, 'given'],
  [FeedbackStore, 'feedback'],
  [HeadKeyStore, 'headKeys'],
  [KeyedDigest, 'digests'],
  [MandateStore, 'mandates'],
  [MessageStore, 'messages'],
  [OpsStore, 'ops'],
  [OverviewStore, 'overviews'],
  [PauseStore, 'pauses'],
  [PersonVault, 'persons'],
  [PostgresJourneyStore, 'journeys'],
  [OpsSessionStore, 'opsSessions'],
  [SessionStore, 'sessions'],
  [SigningKeyStore, 'signingKeys'],
  [SettingStore, 'settings'],
] as const;

/** The stores, on a database that is migrated when the module starts. Global. */
@Module({})
export class PostgresModule implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(OPTIONS) private readonly options: PostgresModuleOptions,
    @Inject(DATABASE) private readonly database: Database,
    private readonly stores: PostgresStores,
    private readonly erasures: ErasureNews,
  ) {}

  static forRoot(options: PostgresModuleOptions): DynamicModule {
    const stores = [
      {
        provide: PostgresStores,
        inject: [DATABASE],
        useFactory: (database: Database) => new PostgresStores(database, options.masterKeys),
      },
      ...STORES.map(([port, store]) => ({
        provide: port,
        inject: [PostgresStores],
        useFactory: (all: PostgresStores) => all[store],
      })),
      { provide: MasterKeys, useValue: options.masterKeys },
    ];
    return {
      module: PostgresModule,
      global: true,
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: DATABASE, useFactory: () => openDatabase(options) },
        ...stores,
      ],
      exports: stores,
    };
  }

  async onModuleInit(): Promise<void> {
    await migrate(this.options.url);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.erasures.listen(erased => this.stores.forget(erased));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
