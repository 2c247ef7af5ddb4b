import { dateAt } from '#calendar';
import { type Client } from '../../e2e/api/client.js';
import { type FreshPostgres, type SeededRandom, freshPostgres } from '../../support/index.js';
import { type DirectParts, type SystemUnderTest, systemUnderTest } from '../../support/system-under-test.js';
import { FAULT_JOURNEYS } from '../errands.js';
import { SOON_VARIABLES } from '../soon.js';
import { citizens, relatives } from './people.js';
import { Program } from './program.js';
import { publishUnchecked } from './publish-unchecked.js';
import { type QueueServer } from './queue-server.js';

const OPS = '7001014321';

/** Somebody who can sign in. */
export interface Person {
  readonly cpr: string;
  /** The person id. */
  readonly id: string;
  readonly token: string;
}

/** Everything that is real and may break, each in a process of its own; authorities and their ledgers live in this one. */
export interface StormWorld extends SystemUnderTest {
  readonly postgres: FreshPostgres;
  readonly redis: QueueServer;
  readonly programs: readonly Program[];
  /** The stores, read directly: no fault but the death of Postgres comes between. */
  readonly assembly: DirectParts;
  readonly citizens: readonly Person[];
  readonly relatives: readonly Person[];
  readonly ops: Person;
  /** Addresses of the apis that are up. */
  apis(): readonly string[];
  signedIn(who: { readonly cpr?: string }): Promise<Client>;
  /** Today, `YYYY-MM-DD`. */
  today(): string;
  /** Time passes for everybody: milliseconds from now on. */
  pass(milliseconds: number): void;
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
  const { redis } = options;
  let passed = 0;
  const clock = { now: () => Date.now() + passed };
  const programs: Program[] = [];
  const apis = (): readonly string[] =>
    programs.filter(({ kind }) => kind === 'api').flatMap(({ address }) => address ?? []);
  const postgres = await freshPostgres();
  const chance = options.random.branch('authorities');
  const around = {
    // Whoever starts checks the journeys of its folder for many seconds; the others stand in the store, where it finds them too.
    journeysDir: FAULT_JOURNEYS,
    postgres,
    redis,
    clock,
    authorities: {
      callbackBaseUrl: () => (apis().length > 0 ? chance.pick(apis()) : undefined),
      random: chance.next,
    },
    variables: {
      RELAY_INTERVAL_MS: '200',
      CONCURRENCY: '4',
      // Hours pass while the same people go on.
      MAX_TOKEN_AGE: '86400',
      ...(options.quick && SOON_VARIABLES),
    },
  };
  return systemUnderTest(around, async system => {
    const { catalogue, issuer, environment } = system;
    const assembly = await system.direct();
    const { persons } = assembly.stores;
    await publishUnchecked(assembly.stores, options.definitions);
    const enrol = (numbers: readonly string[], role: 'citizen' | 'ops'): Promise<Person[]> =>
      Promise.all(
        numbers.map(async cpr => {
          const id = await persons.personOf(cpr);
          return { cpr, id, token: await issuer.sign({ person: id, roles: [role], lifetime: 86_400 }) };
        }),
      );
    const [ops] = await enrol([OPS], 'ops');
    const people = {
      citizens: await enrol(citizens(options.citizens), 'citizen'),
      relatives: await enrol(relatives(catalogue), 'citizen'),
      ops: ops!,
    };
    const start = async (kind: 'api' | 'worker', number: number): Promise<void> => {
      const through = ['postgres', 'authorities', ...(redis.proxied ? ['redis' as const] : [])] as const;
      const program = await Program.start(`${kind}-${number}`, kind, environment, through);
      system.alsoEnd(() => program.end());
      programs.push(program);
    };
    await Promise.all([
      ...Array.from({ length: options.apis }, (_, index) => start('api', index + 1)),
      ...Array.from({ length: options.workers }, (_, index) => start('worker', index + 1)),
    ]);
    programs.sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
      ...system,
      ...people,
      postgres,
      redis,
      programs,
      assembly,
      apis,
      signedIn: async ({ cpr = OPS }) => system.client(apis()[0]!, await persons.personOf(cpr), ['citizen']),
      today: () => dateAt(clock.now()),
      pass: milliseconds => {
        passed += milliseconds;
        for (const program of programs) program.setClock(passed);
      },
    };
  });
}
