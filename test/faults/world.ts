import { randomUUID } from 'node:crypto';
import { type CallerRole } from '#identity';
import { Client } from '../e2e/api/client.js';
import { type FreshRedis, type OurProcess, freshRedis, until } from '../support/index.js';
import { type Parts } from '../support/parts.js';
import {
  type SystemUnderTestOptions,
  type SystemUnderTest,
  systemUnderTest,
} from '../support/system-under-test.js';
import { ERRAND, FAULT_JOURNEYS } from './errands.js';
import { SOON, SOON_VARIABLES } from './soon.js';

const ANNA = '6110851234';
/** Seconds that a busy machine may take to answer. */
const ANSWERING = 60;
const AT_ONCE = 10;

/**
 * A system to be broken: the authorities and one API in this process, which live on, and workers and further APIs in processes
 * of their own, which are killed. Its Redis is its own.
 */
export interface World extends SystemUnderTest {
  /** Of the API of this process. */
  readonly assembly: Parts;
  readonly redis: FreshRedis;
  /** Address of the API of this process. */
  readonly home: string;
  /** A citizen there. */
  readonly anna: Client;
  /** A worker in a process of its own. */
  worker(): Promise<OurProcess>;
  /** A worker on parts of its own in this process, which lives on: it starts in no time. It is ended with the world, if not before. */
  workerHere(): Promise<{ close(): Promise<void> }>;
  /** A citizen with this CPR number, or a caller with these roles, at an API. */
  signedIn(
    who: { readonly cpr?: string; readonly roles?: readonly CallerRole[] },
    api?: string,
  ): Promise<Client>;
  /** Starts journeys and gives each what it needs to go to its end by itself. */
  errands(count: number, client?: Client): Promise<readonly string[]>;
  /** A callback of an authority, signed. */
  callBack(api: string, dispatch: string, body: object): Promise<{ status: number; result: string }>;
}

export interface WorldOptions extends Pick<SystemUnderTestOptions, 'before'> {
  /** Told every line that this process logs, in all detail; the processes of the world then print theirs in all detail too. */
  readonly log?: (line: string) => void;
  /** The Redis of this world, which ends it; one server unless given. */
  readonly redis?: () => Promise<FreshRedis>;
}

export async function startWorld({
  log,
  redis: startRedis = freshRedis,
  ...options
}: WorldOptions = {}): Promise<World> {
  const redis = await startRedis();
  const variables = {
    LOG_LEVEL: log ? 'trace' : 'warn',
    RELAY_INTERVAL_MS: '200',
    CONCURRENCY: '4',
    ...SOON_VARIABLES,
  };
  const logged = log && { log: { level: 'trace', write: log } as const };
  const around = { ...options, ...logged, journeysDir: FAULT_JOURNEYS, redis, variables };
  return systemUnderTest(around, async system => {
    const { address: home, parts: assembly } = await system.startApi();
    const signedIn: World['signedIn'] = async ({ cpr = ANNA, roles = ['citizen'] }, api = home) =>
      system.client(api, await assembly.stores.persons.personOf(cpr), roles);
    const anna = await signedIn({});
    return {
      ...system,
      assembly,
      redis,
      home,
      anna,
      signedIn,
      worker: async () => (await system.startProcess('apps/worker/src/main.js')).process,
      workerHere: () => system.startWorker(SOON),
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
      callBack: async (api, dispatch, body) => {
        const path = `/v1/callbacks/${dispatch}`;
        const text = JSON.stringify(body);
        const authority = (await assembly.stores.dispatches.find(dispatch))?.authority ?? 'cpr';
        const reply = await new Client(api).post(path, text, system.signed(authority, path, text));
        return { status: reply.status, result: (reply.body as { result: string }).result };
      },
    };
  });
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
    ANSWERING,
  );
  if (reply.status >= 300) throw new Error(`${path} answered ${reply.status}: ${reply.text}`);
  return reply.body as { readonly id: string };
}
