import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { dateAt, type IsoDate } from '#calendar';
import { type CallerRole } from '#identity';
import { type Limits } from '../../../apps/api/src/limits/limit-settings.js';
import { liftedLimits } from '../../support/index.js';
import { type Parts } from '../../support/parts.js';
import {
  type ApiOptions,
  type SystemUnderTest,
  type SystemUnderTestOptions,
  systemUnderTest,
} from '../../support/system-under-test.js';
import { Client } from './client.js';

const DAY = 24 * 60 * 60 * 1000;

/** Folder of the journeys these tests are made with. */
export const SAMPLE_JOURNEYS = fileURLToPath(new URL('../journeys', import.meta.url));

/** Milliseconds that starting everything may take on a busy machine: every journey is checked at the start. */
export const STARTING = 300_000;

/** A whole system in this process, over real HTTP, Postgres and queues. */
export interface System extends SystemUnderTest {
  readonly assembly: Parts;
  readonly api: string;
  readonly worker: string;
  /** Every line logged so far. */
  readonly log: readonly string[];
  /** A client with a token; a citizen is given the CPR number that their person id stands for. */
  signedIn(...roles: readonly CallerRole[]): Promise<Client>;
  /** A client of this person. */
  as(person: string, ...roles: readonly CallerRole[]): Promise<Client>;
  citizen(cpr: string): Promise<Client>;
  /** A day by the calendar time of everything: today, or so many days from it. */
  day(fromToday?: number): IsoDate;
  /** An authority reports what has happened. */
  report(authority: string, type: string, data: object): Promise<void>;
  anonymous(): Client;
  /** Stops the API, as SIGTERM would. */
  closeApi(): Promise<void>;
}

export interface SystemOptions extends Pick<
  ApiOptions,
  | 'mostRequests'
  | 'mostConnectionsPerAddress'
  | 'trustedProxies'
  | 'deadlines'
  | 'signIn'
  | 'faceSecrets'
  | 'imports'
  | 'adapters'
> {
  readonly journeysDir?: string;
  /** Calendar and wall time of everything; the time of this machine unless given. */
  readonly clock?: SystemUnderTest['clock'];
  /** Of the authorities, what differs. */
  readonly authorities?: SystemUnderTestOptions['authorities'];
  /** Limits that are not lifted. */
  readonly limits?: Partial<Limits>;
}

/** Starts everything in this process; stop it with `close`. */
export async function startSystem({
  journeysDir = SAMPLE_JOURNEYS,
  clock,
  authorities,
  limits,
  ...bounds
}: SystemOptions = {}): Promise<System> {
  const log: string[] = [];
  const write = (line: string): void => void log.push(line);
  return systemUnderTest(
    {
      journeysDir,
      ...(clock && { clock }),
      ...(authorities && { authorities }),
      log: { level: 'info', write },
    },
    async system => {
      const running = await system.startApi({ ...bounds, limits: { ...liftedLimits, ...limits } });
      const assembly = running.parts;
      const worker = await system.startWorker({ drain: 2_000 });
      const api = running.address;
      return {
        ...system,
        assembly,
        api,
        worker: worker.address,
        log,
        signedIn: (...roles) => system.client(api, randomUUID(), roles),
        as: (person, ...roles) => system.client(api, person, roles),
        citizen: async cpr => system.client(api, await assembly.stores.persons.personOf(cpr), ['citizen']),
        anonymous: () => new Client(api),
        day: (fromToday = 0) => dateAt(assembly.clock.now() + fromToday * DAY),
        report: async (authority, type, data) => {
          const body = JSON.stringify({ specversion: '1.0', id: randomUUID(), type, data });
          const reply = await new Client(api).post(
            '/v1/events',
            body,
            system.signed(authority, '/v1/events', body),
          );
          if (reply.status !== 202)
            throw new Error(`Reporting ${type} answered ${reply.status}: ${reply.text}`);
        },
        closeApi: () => running.close(),
      };
    },
  );
}
