import { type Logger } from 'pino';
import { AuthorityClient, authorityIds, AuthorityInbox, Catalogue, deriveBearerToken } from '#authorities';
import { MasterKeys, PostgresStores, migrate, openDatabase } from '#postgres';
import { definitionCompiler, type Published, publishJourneys } from '#publishing';
import {
  Announcements,
  AuthorityPauses,
  BullDoorbell,
  ErasureAnnouncements,
  openQueueBackend,
  type QueueBackend,
  Queues,
} from '#queue';
import {
  type Alerts,
  type AuthorityPort,
  type Clock,
  Definitions,
  JourneyReader,
  JourneyRuntime,
  type JourneyStore,
  RecentDispatches,
  systemClock,
} from '#runtime';
import { EnvironmentError } from '#settings';
import { Health, loggedAlerts, meteredAuthorities, meteredJourneyStore, Metrics } from '#telemetry';

export interface AssemblyOptions {
  /** Connection string of Postgres, of a role that may create tables. */
  readonly databaseUrl: string;
  /** Where the queues are; absent: in Postgres. */
  readonly redisUrl?: string | undefined;
  /** First part of every key in Redis. Default `overgang`. */
  readonly namespace?: string;
  /** Most dispatches of one authority in one job; see {@link BullDoorbell}. */
  readonly pack?: number;
  readonly masterKeys: MasterKeys;
  /** Where authorities answer: each below it, under its id. */
  readonly authoritiesUrl: string;
  /** The secret shared with each authority of the catalogue, by its id. */
  readonly authoritySecrets: Readonly<Record<string, string>>;
  /** Folder with one folder per journey; all of them are checked and published. */
  readonly journeysDir: string;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** The authorities; those that come with the system unless given. */
  readonly catalogue?: Catalogue;
}

/** All parts of a process, put together. What they are made of is known here and nowhere else. */
export interface Assembly {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly alerts: Alerts;
  readonly catalogue: Catalogue;
  readonly stores: PostgresStores;
  /** `stores.journeys`, counted. */
  readonly journeys: JourneyStore;
  readonly definitions: Definitions;
  readonly published: readonly Published[];
  readonly runtime: JourneyRuntime;
  readonly reader: JourneyReader;
  readonly recent: RecentDispatches;
  readonly backend: QueueBackend;
  readonly queues: Queues;
  readonly doorbell: BullDoorbell;
  readonly announcements: Announcements;
  readonly pauses: AuthorityPauses;
  readonly authorities: AuthorityPort;
  readonly inbox: AuthorityInbox;
  readonly authoritySecrets: Readonly<Record<string, string>>;
  readonly masterKeys: MasterKeys;
  /** Closes every connection. What uses the parts must have been closed before. */
  close(): Promise<void>;
}

/**
 * Opens and checks everything a process stands on: the catalogue, Postgres (migrating it), the queues, the definitions.
 *
 * @throws EnvironmentError, ContractError, DefinitionError, or an Error that names what is out of reach: then nothing stays open
 */
export async function assemble(options: AssemblyOptions): Promise<Assembly> {
  const { logger, databaseUrl, clock = systemClock, catalogue = Catalogue.load() } = options;
  requireSecrets(catalogue, options.authoritySecrets);
  await migrate(databaseUrl);

  const opened: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const part of opened.splice(0).reverse()) await part();
  };
  try {
    const onError = (error: Error): void => logger.warn({ err: error }, 'a connection failed');
    const database = openDatabase({ url: databaseUrl, onError });
    opened.push(() => database.close());
    const stores = new PostgresStores(database, options.masterKeys);
    const { published, definitions: checked } = await publishJourneys(
      options.journeysDir,
      catalogue,
      stores.definitions,
    );

    const backend = await openQueueBackend({
      url: options.redisUrl ?? databaseUrl,
      onError,
      ...(options.namespace !== undefined && { namespace: options.namespace }),
    });
    opened.push(() => backend.close());
    const queues = new Queues(backend, onError);
    opened.push(() => queues.close());
    const announcements = new Announcements(backend, onError);
    opened.push(() => announcements.close());

    const metrics = new Metrics(stores.ops);
    const alerts = loggedAlerts(logger, metrics);
    const doorbell = new BullDoorbell(queues, clock, { pack: options.pack });
    const journeys = meteredJourneyStore(stores.journeys, metrics);
    const definitions = new Definitions(stores.definitions, definitionCompiler(catalogue, checked));
    const { dispatches, drafts } = stores;
    const reading = { journeys, dispatches, drafts, definitions, clock };
    const recent = new RecentDispatches();
    const runtime = new JourneyRuntime({
      ...reading,
      digests: stores.digests,
      doorbell,
      announcer: announcements,
      alerts,
      recent,
    });
    const erasures = new ErasureAnnouncements(backend, onError);
    opened.push(() => erasures.close());
    await erasures.listen(erased => {
      runtime.forget(erased);
      stores.forget(erased);
    });
    const client = new AuthorityClient({
      catalogue,
      persons: stores.persons,
      clock,
      address: authority => `${options.authoritiesUrl.replace(/\/+$/, '')}/${authority}`,
      credentials: authority => {
        const secret = options.authoritySecrets[authority];
        return secret === undefined ? undefined : deriveBearerToken(secret);
      },
    });
    return {
      clock,
      logger,
      metrics,
      health: new Health([
        { name: 'postgres', ask: async () => void (await database.pool.query('select 1')) },
        { name: 'queue', ask: async () => void (await (await queues.get('timers')).getJobCounts('wait')) },
      ]),
      alerts,
      catalogue,
      stores,
      journeys,
      definitions,
      published,
      runtime,
      reader: new JourneyReader(reading),
      recent,
      backend,
      queues,
      doorbell,
      announcements,
      pauses: new AuthorityPauses(queues, stores.pauses, authorityIds(catalogue), clock),
      authorities: meteredAuthorities(client, metrics),
      inbox: new AuthorityInbox(catalogue, stores.persons),
      authoritySecrets: options.authoritySecrets,
      masterKeys: options.masterKeys,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Without its secret an authority could neither be called nor believed. */
function requireSecrets(catalogue: Catalogue, secrets: Readonly<Record<string, string>>): void {
  const missing = authorityIds(catalogue).filter(id => !Object.hasOwn(secrets, id));
  if (missing.length === 0) return;
  throw new EnvironmentError([`AUTHORITY_SECRETS lacks ${missing.join(', ')}. Add a secret for each.`]);
}
