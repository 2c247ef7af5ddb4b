import { join } from 'node:path';
import { PersonVault, systemClock } from '#runtime';
import { type Instant } from '#statechart';
import { type LogLevel } from '#settings';
import { SystemModule } from '#system';
import { createLogger } from '#telemetry';
import { authorityIds, authoritySecret, Catalogue } from '#authorities';
import { MasterKeys } from '#postgres';
import { ApiModule } from '../../api/src/api.module.js';
import { startApi } from '../../api/src/start-api.js';
import { type AuthoritiesApp, createAuthoritiesApp } from '../../authorities/src/create-authorities-app.js';
import { WorkerModule } from '../../worker/src/worker.module.js';
import { ClockModule } from './clock/clock.module.js';
import { MovableClock } from './clock/movable-clock.js';
import { type Outside } from './clock/time-advance.js';
import { DoorModule } from './door/door.module.js';
import { startPostgres } from './embedded/postgres.js';
import { findRedisServer, startRedis } from './embedded/redis.js';
import { faceAddresses, startFaces } from './faces/start-faces.js';
import { keptSecrets } from './kept-secrets.js';
import { POPULATION, type Sample, EIDAS_PEOPLE, SAMPLE_PEOPLE, unknownSamples } from './sample-people.js';

export interface StandaloneOptions {
  /** Where everything is kept between starts; absent: in temporary folders, gone at the end. */
  readonly folder?: string;
  /** Folder with one folder per journey. */
  readonly journeysDir: string;
  /** Redis to use instead of a private one. */
  readonly redisUrl?: string | undefined;
  /** Ports; 0 takes a free one. */
  readonly ports?: Readonly<Record<'api' | 'authorities' | 'mitid' | 'web', number>>;
  readonly logLevel?: LogLevel;
  /** Calendar time at which its clock stands at the first start; unless given it goes with the wall clock. */
  readonly standsAt?: Instant | undefined;
  /** Who else can sign in. */
  readonly people?: readonly Sample[];
  /** Told what is being started, a line at a time. */
  readonly say?: (line: string) => void;
}

export interface Standalone {
  /** Where people go. */
  readonly web: string;
  readonly api: string;
  readonly authorities: string;
  readonly mitid: string;
  /** Ends everything, last started first. */
  close(): Promise<void>;
}

const FACE = 'overgang-web';
const HOST = '127.0.0.1';
const WORK = { concurrency: 10, relayInterval: 1_000, drain: 5_000 };

/** Everything in one process on embedded parts, at the loopback address only. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { folder, say = () => {}, ports = { api: 0, authorities: 0, mitid: 0, web: 0 } } = options;
  const started: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const postgres = await startPostgres({ database: 'overgang', ...inFolder(folder, 'postgres') });
    started.push(() => postgres.stop());
    say('Postgres      embedded, ready');

    const redis = await redisOf(options, say);
    if (redis.stop) started.push(redis.stop);

    const secrets = keptSecrets(folder);
    const logger = createLogger({ process: 'standalone', level: options.logLevel ?? 'warn' });
    // The authorities call the API back, and the API calls them: one address is known only later.
    let api: string | undefined;
    const clock = new MovableClock({
      wall: systemClock,
      file: folder && join(folder, 'clock.json'),
      standsAt: options.standsAt,
    });
    const clocks = { calendar: clock, wall: systemClock };
    const catalogue = Catalogue.load();
    const ids = authorityIds(catalogue);
    // Each municipality and region signs for itself, as it would.
    const authoritySecrets = Object.fromEntries(
      [...ids, ...catalogue.directory.ids()].map(id => [id, authoritySecret(secrets.authoritySecret, id)]),
    );
    const authorities = await createAuthoritiesApp({
      catalogue,
      secrets: authoritySecrets,
      callbackBaseUrl: () => api,
      clocks,
      population: POPULATION,
      ...(folder !== undefined && { ledgerFile: join(folder, 'ledgers.jsonl') }),
    });
    started.push(() => authorities.close());
    const authoritiesUrl = await authorities.listen(ports.authorities, HOST);

    const addresses = await faceAddresses({ host: HOST, ports });
    const signIn = { issuer: addresses.mitid, keys: new URL(`${addresses.mitid}/jwks`) };
    const people = [...SAMPLE_PEOPLE, ...(options.people ?? [])];
    const root = SystemModule.forRoot({
      databaseUrl: postgres.url,
      redisUrl: redis.url,
      masterKeys: MasterKeys.parse(secrets.masterKey),
      authoritiesUrl,
      authoritySecrets,
      journeysDir: options.journeysDir,
      logger,
      clocks,
      publicUrl: addresses.web,
      catalogue,
      edges: [
        ApiModule.forRoot({ signIn, faceSecrets: { [FACE]: secrets.faceSecret }, authoritySecrets }),
        DoorModule.forRoot(people),
        ClockModule.forRoot(clock, outsideOf(authorities)),
        WorkerModule.forRoot(ids, { ...WORK, databaseUrl: postgres.url }),
      ],
    });
    const system = await startApi(root, logger, {
      host: HOST,
      port: ports.api,
      // The pages say for whom they ask.
      trustedProxies: [HOST],
    });
    started.push(() => system.close());
    api = system.address;
    const vault = system.app.get(PersonVault);
    const unknown = await unknownSamples(vault);
    await vault.personsOf(people.map(({ cpr }) => cpr));
    await Promise.all(authorities.simulations.subscribe([...unknown]).map(({ delivery }) => delivery));
    const faces = await startFaces(addresses, api, {
      host: HOST,
      ports,
      databaseUrl: postgres.url,
      sessionKey: secrets.sessionKey,
      face: { id: FACE, secret: secrets.faceSecret },
      people: [...people.map(person => ({ fullName: person.name, ...person })), ...EIDAS_PEOPLE],
      keyFile: folder && join(folder, 'mitid.json'),
      logger,
    });
    started.push(() => faces.close());
    return { ...addresses, api, authorities: authoritiesUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Redis as given, else a private one, else none: then the queues are in Postgres. */
async function redisOf(
  { redisUrl, folder }: StandaloneOptions,
  say: (line: string) => void,
): Promise<{ readonly url?: string; readonly stop?: () => Promise<void> }> {
  if (redisUrl !== undefined) {
    say('Queues        in the Redis of REDIS_URL');
    return { url: redisUrl };
  }
  const binary = findRedisServer();
  if (binary === undefined) {
    say(
      'Queues        in Postgres: no valkey-server or redis-server on the PATH and no REDIS_URL (slower, as safe)',
    );
    return {};
  }
  const redis = await startRedis({ binary, ...inFolder(folder, 'redis') });
  say(`Queues        in a private Redis (${binary})`);
  return { url: redis.url, stop: () => redis.stop() };
}

function outsideOf({ simulations }: AuthoritiesApp): Outside {
  return {
    next: () => simulations.agenda.next(),
    giveNext: () => simulations.agenda.takeNext(),
    traffic: () => simulations.traffic(),
  };
}

function inFolder(folder: string | undefined, name: string): { readonly folder?: string } {
  return folder === undefined ? {} : { folder: join(folder, name) };
}
