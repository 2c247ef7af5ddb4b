import { randomBytes, randomUUID } from 'node:crypto';
import { assemble, type Assembly } from '#assembly';
import { systemClock } from '#runtime';
import { type Running } from '#settings';
import { createLogger } from '#telemetry';
import { Catalogue, authoritySecret, signRequest, authorityIds } from '#authorities';
import { type CallerRole } from '#identity';
import { MasterKeys } from '#postgres';
import { createApiApp } from '../../apps/api/src/create-api-app.js';
import {
  type AuthoritiesApp,
  createAuthoritiesApp,
} from '../../apps/authorities/src/create-authorities-app.js';
import { createWorkerApp } from '../../apps/worker/src/create-worker-app.js';
import { Client } from '../e2e/api/client.js';
import {
  freshDatabase,
  freshRedis,
  type FreshRedis,
  liftedLimits,
  type OurProcess,
  processEnvironment,
  startOurs,
  startTokenIssuer,
  TRUSTED,
  until,
} from '../support/index.js';
import { ERRAND, FAULT_JOURNEYS } from './errands.js';
import { SOON, SOON_VARIABLES } from './soon.js';

const HOST = '127.0.0.1';
const SECRET = 'secret shared with the authorities of this test';
const ANNA = '6110851234';
/** Seconds that a process may take to start on a busy machine. */
const STARTING = 60;
const AT_ONCE = 10;
const catalogue = Catalogue.load();

/**
 * A system to be broken: the authorities and one API in this process, which live on, and workers and further APIs in processes
 * of their own, which are killed. Its Redis is its own.
 */
export interface World {
  readonly assembly: Assembly;
  readonly redis: FreshRedis;
  readonly authorities: AuthoritiesApp;
  /** Address of the authorities, ledgers included. */
  readonly authoritiesUrl: string;
  /** Address of the API of this process. */
  readonly home: string;
  /** A citizen there. */
  readonly anna: Client;
  /** What a process of ours needs to belong to this world. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts a program of ours and waits until it listens; it is ended with the world. */
  process(entry: string, args?: readonly string[]): Promise<{ process: OurProcess; address: string }>;
  /** A worker in a process of its own. */
  worker(): Promise<OurProcess>;
  /** A worker on parts of its own in this process, which lives on: it starts in no time. It is ended with the world, if not before. */
  workerHere(): Promise<{ end(): Promise<void> }>;
  /** Another set of parts on the same database and queues. */
  another(): Promise<Assembly>;
  /** The API over other parts. */
  api(parts: Assembly): Promise<Running>;
  /** A citizen with this CPR number, or a caller with these roles, at an API. */
  signedIn(
    who: { readonly cpr?: string; readonly roles?: readonly CallerRole[] },
    api?: string,
  ): Promise<Client>;
  /** Starts journeys and gives each what it needs to go to its end by itself. */
  errands(count: number, client?: Client): Promise<readonly string[]>;
  /** A callback of an authority, signed. */
  callBack(api: string, dispatch: string, body: object): Promise<{ status: number; result: string }>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Told every line that this process logs, in all detail; the processes of the world then print theirs in all detail too. */
  readonly log?: (line: string) => void;
  /** Gives the address to call authorities at, which stands before the one that is given. */
  readonly before?: (authoritiesUrl: string) => Promise<{ readonly address: string; close(): Promise<void> }>;
  /** The Redis of this world, which ends it; one server unless given. */
  readonly redis?: () => Promise<FreshRedis>;
}

export async function startWorld({
  log,
  before,
  redis: startRedis = freshRedis,
}: WorldOptions = {}): Promise<World> {
  const ending: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    const database = await freshDatabase();
    ending.push(() => database.drop());
    const redis = await startRedis();
    ending.push(() => redis.stop());

    let home: Running | undefined;
    const authorities = await createAuthoritiesApp({
      catalogue,
      secrets: SECRET,
      callbackBaseUrl: () => home?.address,
    });
    ending.push(() => authorities.close());
    const authoritiesUrl = await authorities.listen(0, HOST);
    const front = await before?.(authoritiesUrl);
    if (front) ending.push(() => front.close());
    const calledAt = front?.address ?? authoritiesUrl;

    const tokens = await startTokenIssuer(systemClock);
    ending.push(() => tokens.close());
    const { issuer, jwksUrl } = tokens;

    const masterKey = randomBytes(32).toString('base64');
    const ids = authorityIds(catalogue);
    const authoritySecrets = Object.fromEntries(ids.map(id => [id, authoritySecret(SECRET, id)]));
    const environment = {
      ...processEnvironment({
        databaseUrl: database.url,
        redisUrl: redis.url,
        masterKey,
        authoritiesUrl: calledAt,
        catalogue,
        secret: SECRET,
        journeysDir: FAULT_JOURNEYS,
        jwksUrl,
      }),
      LOG_LEVEL: log ? 'trace' : 'warn',
      RELAY_INTERVAL_MS: '200',
      CONCURRENCY: '4',
      ...SOON_VARIABLES,
    };
    const another = async (): Promise<Assembly> => {
      const assembly = await assemble({
        databaseUrl: database.url,
        redisUrl: redis.url,
        masterKeys: MasterKeys.parse(masterKey),
        authoritiesUrl: calledAt,
        authoritySecrets,
        journeysDir: FAULT_JOURNEYS,
        // What is broken on purpose is not to be read about.
        logger: log
          ? createLogger({ process: 'test', level: 'trace' }, { write: log })
          : createLogger({ process: 'test', level: 'silent' }),
        catalogue,
      });
      ending.push(() => assembly.close());
      return assembly;
    };
    const api = async (parts: Assembly): Promise<Running> => {
      const app = await createApiApp(parts, {
        issuer: { ...TRUSTED, keys: issuer.keys() },
        host: HOST,
        port: 0,
        limits: liftedLimits,
      });
      ending.push(() => app.close());
      return app;
    };
    const assembly = await another();
    home = await api(assembly);
    const { address } = home;
    const signedIn: World['signedIn'] = async ({ cpr = ANNA, roles = ['citizen'] }, at = address) => {
      const person = await assembly.stores.persons.personOf(cpr);
      return new Client(at, await issuer.sign({ person, roles }));
    };
    const anna = await signedIn({});

    const start = async (entry: string, args: readonly string[] = []) => {
      const process = startOurs(entry, environment, args);
      ending.push(() => process.end());
      const listens = await until(
        () => / listens at (\S+)/.exec(process.printed())?.[1] ?? failed(process),
        `${entry} to listen`,
        STARTING,
      );
      return { process, address: listens };
    };
    return {
      assembly,
      redis,
      authorities,
      authoritiesUrl,
      home: address,
      anna,
      environment,
      process: start,
      worker: async () => (await start('apps/worker/src/main.js')).process,
      workerHere: async () => {
        const options = { host: HOST, port: 0, concurrency: 4, relayInterval: 200, drain: 20_000, ...SOON };
        const running = await createWorkerApp(await another(), options);
        let ended: Promise<void> | undefined;
        const end = (): Promise<void> => (ended ??= running.close());
        ending.push(end);
        return { end };
      },
      another,
      api,
      signedIn,
      errands: async (count, client = anna) => {
        const journeys: string[] = [];
        // A few at a time: a system that is asked for more than it can take says so, which is not what is tested.
        while (journeys.length < count) {
          const several = Array.from({ length: Math.min(AT_ONCE, count - journeys.length) }, async () => {
            const { id } = await insist(client, '/v1/journeys', { definition: 'errands' });
            await insist(client, `/v1/journeys/${id}/tasks/declare`, { event: 'submit', data: ERRAND });
            return id;
          });
          journeys.push(...(await Promise.all(several)));
        }
        return journeys;
      },
      callBack: async (at, dispatch, body) => {
        const path = `/v1/callbacks/${dispatch}`;
        const text = JSON.stringify(body);
        const authority = (await assembly.stores.dispatches.find(dispatch))?.authority ?? 'cpr';
        const secret = authoritySecret(SECRET, authority);
        const headers = signRequest(authority, secret, { path, body: text }, systemClock.now());
        const reply = await new Client(at).post(path, text, { ...headers });
        return { status: reply.status, result: (reply.body as { result: string }).result };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asks again, as whoever is answered 503 is told to: on a busy machine, what is asked of may be slow. */
async function insist(client: Client, path: string, body: object): Promise<{ readonly id: string }> {
  const key = { 'idempotency-key': `"${randomUUID()}"` };
  const reply = await until(
    async () => {
      const answered = await client.post(path, body, key);
      return answered.status === 503 ? undefined : answered;
    },
    `${path} to be answered`,
    STARTING,
  );
  if (reply.status >= 300) throw new Error(`${path} answered ${reply.status}: ${reply.text}`);
  return reply.body as { readonly id: string };
}

function failed(process: OurProcess): undefined {
  if (!process.running()) throw new Error(`It ended. It said: ${process.printed()}`);
  return undefined;
}
