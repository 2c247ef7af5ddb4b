import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue, authoritySecret, signRequest } from '#authorities';
import { type CallerRole, type LocalIssuer } from '#identity';
import { MasterKeys, PostgresStores, migrate, openDatabase } from '#postgres';
import { Definitions, systemClock } from '#runtime';
import {
  type AuthoritiesApp,
  createAuthoritiesApp,
} from '../../apps/authorities/src/create-authorities-app.js';
import { definitionCompiler } from '#publishing';
import { Client } from '../e2e/api/client.js';
import { type AccountedWorld } from '../faults/auditor/read-accounts.js';
import { SOON_VARIABLES } from '../faults/soon.js';
import { citizens, relatives } from '../faults/storm/people.js';
import { publishUnchecked } from '../faults/storm/publish-unchecked.js';
import {
  freshDatabase,
  freshRedis,
  type OurProcess,
  processEnvironment,
  runFolder,
  startOurs,
  startTokenIssuer,
  until,
} from '../support/index.js';
import { type Eavesdropper, startEavesdropper } from './eavesdropper.js';
import { type Sender } from './shot.js';

const HOST = '127.0.0.1';
const SECRET = 'secret shared with the authorities of this test';
const METRICS_TOKEN = 'token-of-the-scraper-in-this-test';
export const HOSTILE_JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
const DEFINITIONS = ['bereavement', 'divorce', 'having-a-child', 'moving'];
/** Milliseconds until an authority calls back: long enough for ops to come before it. */
const CALLBACK_AFTER = 5_000;
/** Seconds that a process may take to start on a busy machine. */
const STARTING = 120;
const catalogue = Catalogue.load();

export interface Citizen extends Sender {
  readonly cpr: string;
}

/** The system under test: an api and a worker in processes of their own, with authorities that are overheard. */
export interface HostileWorld extends AccountedWorld {
  readonly catalogue: Catalogue;
  readonly databaseUrl: string;
  readonly stores: PostgresStores;
  readonly authorities: AuthoritiesApp;
  readonly eavesdropper: Eavesdropper;
  readonly issuer: LocalIssuer;
  /** The issuer's private key (PKCS#8 PEM), for those who sign what it would not. */
  readonly keyFile: string;
  readonly api: { readonly address: string; readonly process: OurProcess };
  readonly worker: { readonly address: string; readonly process: OurProcess };
  /** Starts another api, with other variables; it is ended with the world. */
  another(others: Readonly<Record<string, string | undefined>>): Promise<HostileWorld['api']>;
  readonly definitions: readonly string[];
  readonly citizens: readonly Citizen[];
  /** Those who come into other people's journeys. */
  readonly relatives: readonly Citizen[];
  readonly ops: Sender;
  readonly designer: Sender;
  readonly scraper: Sender;
  readonly nobody: Sender;
  /** What an authority signs. */
  signed(authority: string, path: string, body: string, at?: number): Sender;
  /** Today, `YYYY-MM-DD`. */
  today(): string;
  close(): Promise<void>;
}

/** @param over variables of the api and the worker, in place of those of tests, which lift all limits */
export async function startHostileWorld(
  citizenCount: number,
  over: Readonly<Record<string, string | undefined>>,
): Promise<HostileWorld> {
  const ending: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    const fresh = await freshDatabase();
    ending.push(() => fresh.drop());
    const redis = await freshRedis();
    ending.push(() => redis.stop());
    let address: string | undefined;
    const eavesdropper = await startEavesdropper(() => address);
    ending.push(() => eavesdropper.close());
    const authorities = await createAuthoritiesApp({
      catalogue,
      secrets: SECRET,
      callbackBaseUrl: () => eavesdropper.address,
      knobs: { callbackAfter: CALLBACK_AFTER },
    });
    ending.push(() => authorities.close());
    const authoritiesUrl = await authorities.listen(0, HOST);
    const keyFile = join(runFolder(), `issuer-${randomUUID()}.pem`);
    const tokens = await startTokenIssuer(systemClock, keyFile);
    ending.push(() => tokens.close());
    const { issuer, jwksUrl } = tokens;

    const masterKey = randomBytes(32).toString('base64');
    const environment = {
      ...processEnvironment({
        databaseUrl: fresh.url,
        redisUrl: redis.url,
        masterKey,
        authoritiesUrl,
        catalogue,
        secret: SECRET,
        journeysDir: HOSTILE_JOURNEYS,
        jwksUrl,
      }),
      METRICS_TOKEN,
      LOG_LEVEL: 'warn',
      ...SOON_VARIABLES,
      ...over,
    };
    await migrate(fresh.url);
    const database = openDatabase({ url: fresh.url });
    ending.push(() => database.close());
    const masterKeys = MasterKeys.parse(masterKey);
    const stores = new PostgresStores(database, masterKeys);
    await publishUnchecked(stores, DEFINITIONS);

    const bearer = async (id: string, role: CallerRole): Promise<Sender> => {
      const token = await issuer.sign({ person: id, roles: [role] });
      return { standing: role, id, headers: { authorization: `Bearer ${token}` } };
    };
    const enrol = (numbers: readonly string[]): Promise<Citizen[]> =>
      Promise.all(
        numbers.map(async cpr => ({ cpr, ...(await bearer(await stores.persons.personOf(cpr), 'citizen')) })),
      );
    const start = async (
      name: 'api' | 'worker',
      others: Readonly<Record<string, string | undefined>> = {},
    ) => {
      const process = startOurs(`apps/${name}/src/main.js`, { ...environment, ...others });
      ending.push(() => process.end());
      const listens = await until(
        () => / listens at (\S+)/.exec(process.printed())?.[1] ?? alive(process),
        `${name} to listen`,
        STARTING,
      );
      return { process, address: listens };
    };
    const [api, worker] = await Promise.all([start('api'), start('worker')]);
    address = api.address;
    return {
      catalogue,
      databaseUrl: fresh.url,
      stores,
      authorities,
      authoritiesUrl,
      eavesdropper,
      issuer,
      keyFile,
      environment,
      api,
      worker,
      another: others => start('api', others),
      definitions: ['standstill', ...DEFINITIONS],
      assembly: {
        stores,
        clock: systemClock,
        masterKeys,
        definitions: new Definitions(stores.definitions, definitionCompiler(catalogue)),
      },
      citizens: await enrol(citizens(citizenCount)),
      relatives: await enrol(relatives(catalogue)),
      ops: await bearer(randomUUID(), 'ops'),
      designer: await bearer(randomUUID(), 'designer'),
      scraper: { standing: 'scraper', id: '', headers: { authorization: `Bearer ${METRICS_TOKEN}` } },
      nobody: { standing: 'nobody', id: '', headers: {} },
      signed: (authority, path, body, at = systemClock.now()) => ({
        standing: 'authority',
        id: authority,
        headers: signRequest(authority, authoritySecret(SECRET, authority), { path, body }, at),
      }),
      signedIn: async ({ cpr = '' }) =>
        new Client(
          api.address,
          await issuer.sign({ person: await stores.persons.personOf(cpr), roles: ['citizen'] }),
        ),
      today: () => new Date(systemClock.now()).toISOString().slice(0, 10),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function alive(process: OurProcess): undefined {
  if (!process.running()) throw new Error(`It ended. It said: ${process.printed()}`);
  return undefined;
}
