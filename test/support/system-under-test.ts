import { randomBytes, randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { Catalogue, authorityIds, authoritySecret, signRequest } from '#authorities';
import { type CallerRole } from '#identity';
import { MasterKeys, PostgresJourneyStore, PostgresStores, migrate, openDatabase } from '#postgres';
import { definitionCompiler } from '#publishing';
import { Definitions, JourneyStore, systemClock } from '#runtime';
import { type Running } from '#settings';
import { SystemModule, type SystemModuleOptions } from '#system';
import { MetricsToken, StatusModule, createLogger } from '#telemetry';
import { ApiModule, type ApiModuleOptions } from '../../apps/api/src/api.module.js';
import { type ApiServerOptions, startApi } from '../../apps/api/src/start-api.js';
import {
  type AuthoritiesApp,
  type AuthoritiesAppOptions,
  createAuthoritiesApp,
} from '../../apps/authorities/src/create-authorities-app.js';
import { type SimulationParts } from '../../apps/authorities/src/simulation/simulation.js';
import { startWorker } from '../../apps/worker/src/start-worker.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { type WorkerOptions } from '../../apps/worker/src/worker-options.js';
import { Client } from '../e2e/api/client.js';
import { publishedDatabase } from './published-database.js';
import { liftedLimits } from './limits-lifted.js';
import { type LocalIssuer } from './local-issuer.js';
import { type OurProcess, startOurs } from './our-process.js';
import { type Parts, partsOf } from './parts.js';
import { processEnvironment } from './process-environment.js';
import { hasRedis, redisUrl } from './redis.js';
import { FACE, SIGN_IN, sharedIssuer } from './token-issuer.js';
import { until } from './until.js';

const HOST = '127.0.0.1';
const SECRET = 'secret shared with the authorities of this test';
/** A test and its API share an event loop: none closes a connection at the moment the other takes it up again. */
const DEADLINES = { idle: 60_000 };
/** Seconds that a process may take to start on a busy machine. */
const STARTING = 120;
export const METRICS_TOKEN = 'token-of-the-scraper-in-this-test';
const catalogue = Catalogue.load();

/** What an api may have in place of the usual. */
export interface ApiOptions
  extends
    Partial<ApiModuleOptions>,
    Partial<ApiServerOptions>,
    Pick<SystemModuleOptions, 'imports' | 'adapters'> {}

/** An api in this process. */
export interface RunningApi extends Running {
  readonly parts: Parts;
}

/** The stores alone: nothing stands between them and the database. */
export type DirectParts = Pick<Parts, 'stores' | 'clock' | 'masterKeys' | 'definitions'>;

/** Program of ours in a process of its own, listening. */
export interface RunningProcess {
  readonly process: OurProcess;
  readonly address: string;
}

/** Server that belongs to one system, which stops it. */
interface OwnServer {
  readonly url: string;
  stop(): Promise<unknown>;
}

export interface SystemUnderTestOptions {
  /** Folder of the journeys that are published. */
  readonly journeysDir: string;
  /** A database of its own on the Postgres of all tests, unless given. */
  readonly postgres?: OwnServer;
  /** A namespace of its own on the Redis of all tests, unless given. */
  readonly redis?: OwnServer;
  /** For either time. */
  readonly clock?: typeof systemClock;
  /** Told every line that this process logs. */
  readonly log?: { readonly level: 'info' | 'trace'; readonly write: (line: string) => void };
  /** Of the authorities, what differs. They call back to the first api that listens, unless told otherwise. */
  readonly authorities?: Partial<AuthoritiesAppOptions>;
  /** Gives the address to call authorities at, which stands before the one that is given. */
  readonly before?: (authoritiesUrl: string) => Promise<{ readonly address: string; close(): Promise<void> }>;
  /** Where to leave the issuer's private key, for those who sign what no issuer would. */
  readonly keyFile?: string;
  /** Variables of its processes, over those of all tests. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

/**
 * *Test fixture.* Everything around the programs under test: database, queues, simulated authorities, token issuer, clock. The programs are
 * put together here and nowhere else. `close` ends everything that was started, last first.
 */
export interface SystemUnderTest {
  readonly catalogue: Catalogue;
  readonly clock: typeof systemClock;
  readonly databaseUrl: string;
  /** First part of every key in the Redis of all tests. */
  readonly namespace: string;
  readonly issuer: LocalIssuer;
  readonly authorities: AuthoritiesApp;
  /** One of the authorities: its knobs, its ledger, what it says of people. */
  simulated(id: string): SimulationParts;
  /** Address of the authorities, ledgers included. */
  readonly authoritiesUrl: string;
  /** Variables of a process of this system. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  direct(): Promise<DirectParts>;
  startApi(options?: ApiOptions): Promise<RunningApi>;
  startWorker(options?: Partial<WorkerOptions>): Promise<Running>;
  /** Starts a program and waits until it listens. */
  startProcess(
    entry: string,
    args?: readonly string[],
    over?: Readonly<Record<string, string | undefined>>,
  ): Promise<RunningProcess>;
  /** Somebody with a token of this system's issuer. */
  client(api: string, person: string, roles: readonly CallerRole[]): Promise<Client>;
  /** Headers of an authority's signature. */
  signed(authority: string, path: string, body: string, at?: number): Record<string, string>;
  /** Ends this too, before all that there is already. */
  alsoEnd(end: () => Promise<unknown>): void;
  close(): Promise<void>;
}

/**
 * Opens the surroundings of a system and puts it together in them. If that fails, nothing stays open.
 *
 * @param put starts whatever the tests need
 */
export async function systemUnderTest<T>(
  options: SystemUnderTestOptions,
  put: (system: SystemUnderTest) => Promise<T>,
): Promise<T> {
  const ending: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    return await put(await surroundings(options, end => void ending.push(end), close));
  } catch (error) {
    await close();
    throw error;
  }
}

async function surroundings(
  options: SystemUnderTestOptions,
  alsoEnd: SystemUnderTest['alsoEnd'],
  close: SystemUnderTest['close'],
): Promise<SystemUnderTest> {
  const { journeysDir, postgres, redis, clock = systemClock, log } = options;
  for (const server of [postgres, redis]) if (server) alsoEnd(() => server.stop());
  const databaseUrl = postgres?.url ?? (await ownDatabase(journeysDir, alsoEnd));
  const namespace = `test-${randomUUID()}`;
  const queues = redis ? { redisUrl: redis.url } : { redisUrl: hasRedis ? redisUrl() : undefined, namespace };

  let home: string | undefined;
  const authorities = await createAuthoritiesApp({
    catalogue,
    secrets: SECRET,
    callbackBaseUrl: () => home,
    clocks: { calendar: clock, wall: clock },
    ...options.authorities,
  });
  alsoEnd(() => authorities.close());
  const authoritiesUrl = await authorities.listen(0, HOST);
  const front = await options.before?.(authoritiesUrl);
  if (front) alsoEnd(() => front.close());
  const calledAt = front?.address ?? authoritiesUrl;

  const masterKey = randomBytes(32).toString('base64');
  const masterKeys = MasterKeys.parse(masterKey);
  const issuer = await sharedIssuer(databaseUrl, masterKeys, clock, options.keyFile);
  const around = { databaseUrl, redisUrl: queues.redisUrl, masterKey, authoritiesUrl: calledAt };
  const environment = {
    ...processEnvironment({ ...around, catalogue, secret: SECRET, journeysDir }),
    QUEUE_NAMESPACE: queues.namespace,
    LOG_LEVEL: 'warn',
    ...options.variables,
  };
  const listening = { host: HOST, port: 0 };
  // What is broken on purpose is not to be read about.
  const logger = createLogger({ process: 'test', level: log?.level ?? 'silent' }, log);
  const ids = authorityIds(catalogue);
  const authoritySecrets = Object.fromEntries(ids.map(id => [id, secretOf(id)]));
  const settings = {
    databaseUrl,
    ...queues,
    masterKeys,
    authoritiesUrl: calledAt,
    authoritySecrets,
    journeysDir,
    // Tests share their machine with others.
    checkSeconds: 600,
    logger,
    clocks: { calendar: clock, wall: clock },
    catalogue,
  };
  const ended = (running: Running): Running => {
    let closing: Promise<void> | undefined;
    const end = (): Promise<void> => (closing ??= running.close());
    alsoEnd(end);
    return { address: running.address, close: end };
  };
  return {
    catalogue,
    clock,
    databaseUrl,
    namespace,
    issuer,
    authorities,
    simulated: id => {
      const simulation = authorities.simulations.authority(id);
      if (!simulation) throw new Error(`No authority ${id} is simulated.`);
      return simulation.parts;
    },
    authoritiesUrl,
    environment,
    direct: async () => {
      await migrate(databaseUrl);
      const database = openDatabase({ url: databaseUrl });
      alsoEnd(() => database.close());
      const stores = new PostgresStores(database, masterKeys);
      const definitions = new Definitions(stores.definitions, definitionCompiler(catalogue));
      return { stores, clock, masterKeys, definitions };
    },
    startApi: async ({ imports, adapters, ...more } = {}) => {
      const api = ApiModule.forRoot({
        signIn: { issuer: SIGN_IN.issuer, keys: new URL(SIGN_IN.jwksUrl) },
        faceSecrets: { [FACE.id]: FACE.secret },
        limits: liftedLimits,
        metricsToken: METRICS_TOKEN,
        authoritySecrets,
        ...more,
      });
      const root = SystemModule.forRoot({ ...settings, imports, adapters, edges: [api] });
      const running = await startApi(root, logger, { ...listening, deadlines: DEADLINES, ...more });
      home ??= running.address;
      return { ...ended(running), parts: partsOf(running.app) };
    },
    startWorker: async more => {
      const status = StatusModule.forRoot({ metrics: MetricsToken(METRICS_TOKEN) });
      const work = {
        databaseUrl,
        concurrency: 4,
        relayInterval: 200,
        followInterval: 1_000,
        drain: 20_000,
        ...more,
      };
      const edges = [status, WorkerModule.forRoot(ids, work)];
      return ended(await startWorker(SystemModule.forRoot({ ...settings, edges }), logger, listening));
    },
    startProcess: async (entry, args = [], over = {}) => {
      const process = startOurs(entry, { ...environment, ...over }, args);
      alsoEnd(() => process.end());
      const address = await until(
        () => / listens at (\S+)/.exec(process.printed())?.[1] ?? failed(process),
        `${entry} to listen`,
        STARTING,
      );
      if (entry.includes('api')) home ??= address;
      return { process, address };
    },
    client: async (api, person, roles) => new Client(api, await issuer.sign({ person, roles })),
    signed: (authority, path, body, at = clock.now()) =>
      signRequest(authority, secretOf(authority), { path, body }, at),
    alsoEnd,
    close,
  };
}

/** A journey store that wraps the usual one. */
export function withJourneyStore(wrap: (store: JourneyStore) => JourneyStore): ApiOptions {
  const wrapped = { provide: WrappedStore, inject: [PostgresJourneyStore], useFactory: wrap };
  return {
    imports: [{ module: WrappingModule, global: true, providers: [wrapped], exports: [wrapped] }],
    adapters: { journeys: WrappedStore },
  };
}

abstract class WrappedStore extends JourneyStore {}

@Module({})
class WrappingModule {}

async function ownDatabase(journeysDir: string, alsoEnd: SystemUnderTest['alsoEnd']): Promise<string> {
  const database = await publishedDatabase(journeysDir, catalogue);
  alsoEnd(() => database.drop());
  return database.url;
}

function secretOf(authority: string): string {
  return authoritySecret(SECRET, authority);
}

function failed(process: OurProcess): undefined {
  if (!process.running()) throw new Error(`It ended. It said: ${process.printed()}`);
  return undefined;
}
