import { randomBytes } from 'node:crypto';
import { Catalogue } from '#authorities';
import { MasterKeys, PostgresStores, migrate, openDatabase } from '#postgres';
import { Definitions } from '#runtime';
import { definitionCompiler } from '#publishing';
import {
  type AuthoritiesApp,
  createAuthoritiesApp,
} from '../../../apps/authorities/src/create-authorities-app.js';
import { Client } from '../../e2e/api/client.js';
import {
  freshPostgres,
  type FreshPostgres,
  processEnvironment,
  type SeededRandom,
  startTokenIssuer,
} from '../../support/index.js';
import { type AccountedWorld } from '../auditor/read-accounts.js';
import { FAULT_JOURNEYS } from '../errands.js';
import { SOON_VARIABLES } from '../soon.js';
import { citizens, relatives } from './people.js';
import { Program } from './program.js';
import { publishUnchecked } from './publish-unchecked.js';
import { type QueueServer } from './queue-server.js';

const HOST = '127.0.0.1';
const SECRET = 'secret shared with the authorities of this test';
const OPS = '7001014321';
const catalogue = Catalogue.load();

/** Somebody who can sign in. */
export interface Person {
  readonly cpr: string;
  /** The person id. */
  readonly id: string;
  readonly token: string;
}

/** Everything that is real and may break, each in a process of its own; authorities and their ledgers live in this one. */
export interface StormWorld extends AccountedWorld {
  readonly catalogue: Catalogue;
  readonly postgres: FreshPostgres;
  readonly redis: QueueServer;
  readonly authorities: AuthoritiesApp;
  readonly programs: readonly Program[];
  /** The stores, read directly: no fault but the death of Postgres comes between. */
  readonly assembly: AccountedWorld['assembly'] & { readonly stores: PostgresStores };
  readonly citizens: readonly Person[];
  readonly relatives: readonly Person[];
  readonly ops: Person;
  /** Addresses of the apis that are up. */
  apis(): readonly string[];
  /** Today, `YYYY-MM-DD`. */
  today(): string;
  /** Time passes for everybody: milliseconds from now on. */
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

export interface StormWorldOptions {
  readonly random: SeededRandom;
  readonly redis: QueueServer;
  readonly apis: number;
  readonly workers: number;
  readonly citizens: number;
  /** Whether what was lost or left is looked for sooner than where there is more to do. */
  readonly quick: boolean;
  /** Journeys of the system that are published beside the small one of the tests of faults. */
  readonly definitions: readonly string[];
}

/** Starts it all; end it with `close`. Takes over the queue server. */
export async function startStormWorld(options: StormWorldOptions): Promise<StormWorld> {
  const { random, redis } = options;
  const ending: (() => Promise<unknown>)[] = [() => redis.stop()];
  const close = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    let passed = 0;
    const clock = { now: () => Date.now() + passed };
    const programs: Program[] = [];
    const apis = (): readonly string[] =>
      programs.filter(({ kind }) => kind === 'api').flatMap(({ address }) => address ?? []);

    const postgres = await freshPostgres();
    ending.push(() => postgres.stop());
    const chance = random.branch('authorities');
    const authorities = await createAuthoritiesApp({
      catalogue,
      secrets: SECRET,
      callbackBaseUrl: () => {
        const up = apis();
        return up.length > 0 ? chance.pick(up) : undefined;
      },
      random: chance.next,
      clock,
    });
    ending.push(() => authorities.close());
    const authoritiesUrl = await authorities.listen(0, HOST);

    const tokens = await startTokenIssuer(clock);
    ending.push(() => tokens.close());
    const { issuer, jwksUrl } = tokens;

    const masterKey = randomBytes(32).toString('base64');
    const environment = {
      ...processEnvironment({
        databaseUrl: postgres.url,
        redisUrl: redis.url,
        masterKey,
        authoritiesUrl,
        catalogue,
        secret: SECRET,
        // Whoever starts checks the journeys of its folder for many seconds; the others stand in the store, where it finds them too.
        journeysDir: FAULT_JOURNEYS,
        jwksUrl,
      }),
      LOG_LEVEL: 'warn',
      RELAY_INTERVAL_MS: '200',
      CONCURRENCY: '4',
      // Hours pass while the same people go on.
      MAX_TOKEN_AGE: '86400',
      ...(options.quick && SOON_VARIABLES),
    };
    await migrate(postgres.url);
    const database = openDatabase({ url: postgres.url });
    ending.push(() => database.close());
    const masterKeys = MasterKeys.parse(masterKey);
    const stores = new PostgresStores(database, masterKeys);
    await publishUnchecked(stores, options.definitions);
    const enrol = (numbers: readonly string[], role: 'citizen' | 'ops'): Promise<Person[]> =>
      Promise.all(
        numbers.map(async cpr => {
          const id = await stores.persons.personOf(cpr);
          return { cpr, id, token: await issuer.sign({ person: id, roles: [role], lifetime: 86_400 }) };
        }),
      );
    const world = {
      citizens: await enrol(citizens(options.citizens), 'citizen'),
      relatives: await enrol(relatives(catalogue), 'citizen'),
      ops: (await enrol([OPS], 'ops'))[0]!,
    };

    const start = async (kind: 'api' | 'worker', number: number): Promise<void> => {
      const through = ['postgres', 'authorities', ...(redis.proxied ? ['redis' as const] : [])] as const;
      const program = await Program.start(`${kind}-${number}`, kind, environment, through);
      ending.push(() => program.end());
      programs.push(program);
    };
    await Promise.all([
      ...Array.from({ length: options.apis }, (_, index) => start('api', index + 1)),
      ...Array.from({ length: options.workers }, (_, index) => start('worker', index + 1)),
    ]);
    programs.sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
      catalogue,
      postgres,
      redis,
      authorities,
      authoritiesUrl,
      programs,
      environment,
      assembly: {
        stores,
        clock,
        masterKeys,
        definitions: new Definitions(stores.definitions, definitionCompiler(catalogue)),
      },
      signedIn: async ({ cpr = OPS }) => {
        const id = await stores.persons.personOf(cpr);
        return new Client(apis()[0]!, await issuer.sign({ person: id, roles: ['citizen'] }));
      },
      ...world,
      apis,
      today: () => new Date(clock.now()).toISOString().slice(0, 10),
      pass: milliseconds => {
        passed += milliseconds;
        for (const program of programs) program.setClock(passed);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
