import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { rowsFrom } from '../support/connected.js';
import { burst } from './measures/burst.js';
import { bytes } from './measures/bytes.js';
import { check } from './measures/check.js';
import { latency } from './measures/latency.js';
import { pages } from './measures/pages.js';
import { requests } from './measures/requests.js';
import { throughput } from './measures/throughput.js';
import { waiting } from './measures/waiting.js';
import { workers } from './measures/workers.js';
import { report } from './report.js';
import { MOST_OTHERS, RoundWatch, usageNow, type Round } from './round-watch.js';
import { POSTGRES_SETTINGS, REDIS_SETTINGS, startServers, type Servers } from './servers.js';

const HELP = `npm run bench -- [--json] [--quick] [<measure> …]

The measures are throughput, latency, waiting, burst, workers, bytes, pages, requests and check; without any, all.

  --json    one JSON object instead of tables
  --quick   a tenth of everything: whether it runs, not how fast
  --only    some of the measures, with commas between them

A round in which other processes used more than a tenth of a processor is marked and left out of the medians; where none
is left, the benchmark fails. With --quick every round counts. Of requests and of the check processor time counts, and their rounds
are not watched.
`;

/** How much of everything. */
interface Size {
  readonly rounds: number;
  /** Processors that other processes may use in a round that counts. */
  readonly mostOthers: number;
  readonly journeys: number;
  readonly oneByOne: number;
  readonly crowds: readonly number[];
  readonly events: number;
  readonly eventSeconds: number;
  /** Of the journeys to be checked. */
  readonly states: readonly number[];
}

const FULL: Size = {
  rounds: 5,
  mostOthers: MOST_OTHERS,
  journeys: 2_000,
  oneByOne: 300,
  crowds: [1_000, 100_000, 1_000_000],
  events: 100_000,
  eventSeconds: 120,
  states: [500, 1_000, 2_000, 5_000, 10_000],
};

const QUICK: Size = {
  rounds: 1,
  mostOthers: Infinity,
  journeys: 200,
  oneByOne: 30,
  crowds: [1_000, 10_000],
  events: 2_000,
  eventSeconds: 3,
  states: [200, 400],
};

const MEASURES = {
  throughput: (servers: Servers, { rounds, journeys }: Size, watch: RoundWatch) =>
    throughput(servers, rounds, journeys, watch),
  latency: (servers: Servers, { oneByOne }: Size, watch: RoundWatch) => latency(servers, oneByOne, watch),
  waiting: (servers: Servers, { crowds, rounds, journeys }: Size, watch: RoundWatch) =>
    waiting(servers, crowds, rounds, journeys, watch),
  burst: (servers: Servers, { events, eventSeconds }: Size, watch: RoundWatch) =>
    burst(servers, events, eventSeconds, watch),
  workers: (servers: Servers, { rounds, journeys }: Size, watch: RoundWatch) =>
    workers(servers, rounds, journeys, watch),
  bytes: (servers: Servers, { journeys }: Size) => bytes(servers, journeys),
  pages: (servers: Servers, { oneByOne }: Size, watch: RoundWatch) => pages(servers, oneByOne, watch),
  requests: (servers: Servers, { rounds, journeys }: Size) => requests(servers, journeys, rounds),
} as const;

/** Measures of what runs in one thread, without Postgres and Redis. */
const SERVERLESS = {
  check: ({ states, rounds }: Size) => check(states, rounds),
} as const;

type Name = keyof typeof MEASURES;
type Serverless = keyof typeof SERVERLESS;

export type Results = { [M in Name]?: Awaited<ReturnType<(typeof MEASURES)[M]>> } & {
  [M in Serverless]?: Awaited<ReturnType<(typeof SERVERLESS)[M]>>;
};

export type Rounds = { [M in Name]?: readonly Round[] };

/** Measures on servers of its own, which end with it. */
export async function main(args: readonly string[]): Promise<void> {
  const options = {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    only: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...options, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) return void process.stdout.write(HELP);
  const asked = [...positionals, ...(values.only?.split(',') ?? [])];
  const names = asked.length > 0 ? asked : [...Object.keys(MEASURES), ...Object.keys(SERVERLESS)];
  const unknown = names.filter(name => !isMeasured(name) && !isServerless(name));
  if (unknown.length > 0) throw new Error(`There is no measure '${unknown.join("', '")}'.\n${HELP}`);
  const size = values.quick ? QUICK : FULL;
  const results: Results = {};
  const rounds: Rounds = {};
  const disturbed: string[] = [];
  let versions: Readonly<Record<string, string>> = ownVersions();
  for (const name of names) {
    if (!values.json) process.stderr.write(`${name} …\n`);
    if (isServerless(name)) Object.assign(results, { [name]: await SERVERLESS[name](size) });
    if (!isMeasured(name)) continue;
    // Each on servers that nothing has used before.
    const servers = await startServers();
    try {
      versions = await versionsOf(servers);
      const watch = new RoundWatch(() => usageNow(servers), size.mostOthers);
      Object.assign(results, { [name]: await MEASURES[name](servers, size, watch) });
      rounds[name] = watch.rounds;
      disturbed.push(...watch.disturbed().map(of => `${name} (${of})`));
    } finally {
      await servers.stop();
    }
  }
  const settings = { size, postgres: POSTGRES_SETTINGS, redis: REDIS_SETTINGS, concurrency: 200 };
  const machine = { processors: cpus().length, model: cpus()[0]?.model ?? '' };
  const all = { versions, machine, settings, results, rounds };
  process.stdout.write(values.json ? `${JSON.stringify(all, undefined, 2)}\n` : report(all));
  if (disturbed.length === 0) return;
  process.stderr.write(
    `No quiet round of ${disturbed.join(', ')}: other processes used more than ${size.mostOthers} of a processor ` +
      'in each. Measure again on a machine that does nothing else.\n',
  );
  process.exitCode = 1;
}

function isMeasured(name: string): name is Name {
  return Object.hasOwn(MEASURES, name);
}

function isServerless(name: string): name is Serverless {
  return Object.hasOwn(SERVERLESS, name);
}

function ownVersions(): Record<string, string> {
  return { overgang: manifest('').version, node: process.version };
}

function manifest(name: string): { readonly version: string } {
  return JSON.parse(readFileSync(new URL(`../../${name}package.json`, import.meta.url), 'utf8')) as {
    version: string;
  };
}

async function versionsOf(servers: Servers): Promise<Record<string, string>> {
  const rows = await rowsFrom<{ server_version: string }>(servers.postgres.url, 'show server_version');
  const redis = new Redis(servers.redis.url);
  const info = await redis.info('server');
  redis.disconnect();
  return {
    ...ownVersions(),
    postgres: rows[0]?.server_version ?? '',
    redis: /redis_version:(\S+)/.exec(info)?.[1] ?? '',
    bullmq: manifest('node_modules/bullmq/').version,
  };
}
