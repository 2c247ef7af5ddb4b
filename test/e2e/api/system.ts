import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { assemble, type Assembly } from '#assembly';
import { type Running } from '#settings';
import { createLogger } from '#telemetry';
import { Catalogue, authoritySecret, signRequest, authorityIds } from '#authorities';
import { type CallerRole, LocalIssuer } from '#identity';
import { MasterKeys } from '#postgres';
import { type ApiOptions, createApiApp } from '../../../apps/api/src/create-api-app.js';
import { type Limits } from '../../../apps/api/src/limits/limit-settings.js';
import {
  type AuthoritiesApp,
  createAuthoritiesApp,
} from '../../../apps/authorities/src/create-authorities-app.js';
import { createWorkerApp } from '../../../apps/worker/src/create-worker-app.js';
import { freshDatabase, hasRedis, liftedLimits, redisUrl } from '../../support/index.js';
import { Client } from './client.js';

/** Folder of the journeys these tests are made with. */
export const SAMPLE_JOURNEYS = fileURLToPath(new URL('../journeys', import.meta.url));

export const METRICS_TOKEN = 'token-of-the-scraper-in-this-test';
export const AUDIENCE = 'overgang';
export const ISSUER = 'https://issuer.test';

/** Milliseconds that starting everything may take on a busy machine. */
export const STARTING = 120_000;

const HOST = '127.0.0.1';
const catalogue = Catalogue.load();
const SECRET = 'secret shared with the authorities of this test';

/** What a test may know about the system: everything, over real HTTP, Postgres and queues. */
export interface System {
  readonly assembly: Assembly;
  readonly api: string;
  readonly worker: string;
  readonly issuer: LocalIssuer;
  readonly authorities: AuthoritiesApp;
  readonly databaseUrl: string;
  /** First part of every key in Redis. */
  readonly namespace: string;
  /** Every line logged so far. */
  readonly log: readonly string[];
  /** A client with a token; a citizen is given the CPR number that their person id stands for. */
  signedIn(...roles: readonly CallerRole[]): Promise<Client>;
  /** A client of this person. */
  as(person: string, ...roles: readonly CallerRole[]): Promise<Client>;
  citizen(cpr: string): Promise<Client>;
  anonymous(): Client;
  /** Headers of an authority's signature. */
  signed(authority: string, path: string, body: string, at?: number): Record<string, string>;
  /** Stops the API, as SIGTERM would. */
  closeApi(): Promise<void>;
  close(): Promise<void>;
}

export interface SystemOptions {
  readonly journeysDir?: string;
  /** Requests that the API lets in at once. */
  readonly mostRequests?: number;
  /** Limits that are not lifted. */
  readonly limits?: Partial<Limits>;
  readonly mostConnectionsPerAddress?: number;
  readonly trustedProxies?: readonly string[];
  readonly deadlines?: ApiOptions['deadlines'];
}

/** Starts everything in this process; stop it with `close`. */
export async function startSystem({ journeysDir, limits, ...bounds }: SystemOptions = {}): Promise<System> {
  const database = await freshDatabase();
  const ending: (() => Promise<unknown>)[] = [() => database.drop()];
  const close = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    const log: string[] = [];
    const logger = createLogger({ process: 'test', level: 'info' }, { write: line => void log.push(line) });
    let api: Running | undefined;
    const authorities = await createAuthoritiesApp({
      catalogue,
      secrets: SECRET,
      callbackBaseUrl: () => api?.address,
    });
    ending.push(() => authorities.close());
    const ids = authorityIds(catalogue);
    const namespace = `test-${randomUUID()}`;
    const assembly = await assemble({
      databaseUrl: database.url,
      redisUrl: hasRedis ? redisUrl() : undefined,
      namespace,
      masterKeys: new MasterKeys([randomBytes(32)]),
      authoritiesUrl: await authorities.listen(0, HOST),
      authoritySecrets: Object.fromEntries(ids.map(id => [id, authoritySecret(SECRET, id)])),
      journeysDir: journeysDir ?? SAMPLE_JOURNEYS,
      logger,
      catalogue,
    });
    ending.push(() => assembly.close());
    const { clock, stores } = assembly;
    const issuer = await LocalIssuer.open({ issuer: ISSUER, audience: AUDIENCE, clock });
    const trusted = { issuer: ISSUER, audience: AUDIENCE, keys: issuer.keys() };
    const running = await createApiApp(assembly, {
      issuer: trusted,
      host: HOST,
      port: 0,
      metricsToken: METRICS_TOKEN,
      limits: { ...liftedLimits, ...limits },
      ...bounds,
      // Tests share their machine with others.
      checkSeconds: 600,
    });
    api = running;
    let closed: Promise<void> | undefined;
    const closeApi = (): Promise<void> => (closed ??= running.close());
    ending.push(closeApi);
    const work = {
      host: HOST,
      port: 0,
      metricsToken: METRICS_TOKEN,
      concurrency: 4,
      relayInterval: 200,
      drain: 2_000,
    };
    const worker = await createWorkerApp(assembly, work);
    ending.push(() => worker.close());
    const client = async (person: string, roles: readonly CallerRole[]): Promise<Client> =>
      new Client(running.address, await issuer.sign({ person, roles }));
    return {
      assembly,
      api: running.address,
      worker: worker.address,
      issuer,
      authorities,
      databaseUrl: database.url,
      namespace,
      log,
      signedIn: (...roles) => client(randomUUID(), roles),
      as: (person, ...roles) => client(person, roles),
      citizen: async cpr => client(await stores.persons.personOf(cpr), ['citizen']),
      anonymous: () => new Client(running.address),
      signed: (authority, path, body, at = clock.now()) =>
        signRequest(authority, authoritySecret(SECRET, authority), { path, body }, at),
      closeApi,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
