import { MASTER_KEYS_VARIABLE } from '#postgres';
import {
  port,
  PROCESS_VARIABLES,
  readEnvironment,
  requireTransport,
  type Values,
  wholeNumber,
} from '#settings';

const WORKER_VARIABLES = {
  ...PROCESS_VARIABLES,
  masterKeys: MASTER_KEYS_VARIABLE,
  port: {
    name: 'PORT',
    remedy: 'the port for health and metrics, e.g. 8081',
    read: port,
    absent: (): number => 8081,
  },
  concurrency: {
    name: 'CONCURRENCY',
    remedy: 'how many dispatches to one authority may be under way at once, 1 to 1000',
    read: wholeNumber(1000),
    absent: (): number => 20,
  },
  relayInterval: {
    name: 'RELAY_INTERVAL_MS',
    remedy: 'milliseconds between two rounds of the relay, 1 to 60000',
    read: wholeNumber(60_000),
    absent: (): number => 1000,
  },
  ringAgain: {
    name: 'RING_AGAIN_MS',
    remedy: 'milliseconds until the relay rings again for what is still not done, 1000 to 600000',
    read: wholeNumber(600_000, 1_000),
    absent: (): number => 30_000,
  },
  lock: {
    name: 'JOB_LOCK_MS',
    remedy: 'milliseconds until the jobs of a worker that died are given to another, 1000 to 600000',
    read: wholeNumber(600_000, 1_000),
    absent: (): number => 15_000,
  },
  drain: {
    name: 'DRAIN_MS',
    remedy: 'milliseconds that work under way may take when the worker ends, 1 to 600000',
    read: wholeNumber(600_000),
    absent: (): number => 20_000,
  },
} as const;

export type WorkerEnvironment = Values<typeof WORKER_VARIABLES>;

/** @throws EnvironmentError naming every variable that is missing or malformed */
export function workerEnvironment(source: NodeJS.ProcessEnv): WorkerEnvironment {
  const values = readEnvironment(WORKER_VARIABLES, source);
  const { databaseUrl, redisUrl, authoritiesUrl, authorityAddresses, plaintextHosts } = values;
  requireTransport(
    {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      AUTHORITIES_URL: authoritiesUrl,
      AUTHORITY_ADDRESSES: Object.values(authorityAddresses).join(),
    },
    plaintextHosts,
  );
  return values;
}
