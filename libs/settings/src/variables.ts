import { isIP } from 'node:net';
import { type Variable } from './environment.js';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A URL with one of the protocols, as it was written. */
export function url(...protocols: readonly string[]): (text: string) => string | undefined {
  return text => (protocols.includes(new URL(text).protocol) ? text : undefined);
}

/** One address or, of a Redis Cluster, several with commas. */
function redisUrls(text: string): string | undefined {
  const isRedis = url('redis:', 'rediss:');
  return text.split(',').every(part => isRedis(part.trim()) !== undefined) ? text : undefined;
}

export function port(text: string): number | undefined {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  return value >= 0 && value <= 65_535 ? value : undefined;
}

/** From `least` to `most`. */
export const wholeNumber =
  (most: number, least = 1) =>
  (text: string) => {
    const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
    return value >= least && value <= most ? value : undefined;
  };

/** IP addresses and networks (`10.0.0.0/8`), with commas between them. */
export function networks(text: string): readonly string[] | undefined {
  const parts = text.split(',').map(part => part.trim());
  return parts.every(isNetwork) ? parts : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (isIP(address) === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128));
}

const SHORTEST_SECRET = 32;

/** A JSON object of shared secrets: HMAC-SHA256 keys, none shorter than its output (RFC 2104, section 3). */
export function secrets(text: string): Readonly<Record<string, string>> | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(([, entry]) => typeof entry === 'string' && entry.length >= SHORTEST_SECRET)
    ? (Object.fromEntries(entries) as Record<string, string>)
    : undefined;
}

/** A JSON object of addresses. */
function addresses(text: string): Readonly<Record<string, string>> | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const isAddress = url('http:', 'https:');
  const entries = Object.entries(value);
  return entries.every(([, entry]) => typeof entry === 'string' && isAddress(entry) !== undefined)
    ? (Object.fromEntries(entries) as Record<string, string>)
    : undefined;
}

/** What every process of ours needs. */
export const PROCESS_VARIABLES = {
  databaseUrl: {
    name: 'DATABASE_URL',
    remedy: 'the address of Postgres, e.g. postgres://user:password@host:5432/overgang',
    read: url('postgres:', 'postgresql:'),
  },
  redisUrl: {
    name: 'REDIS_URL',
    remedy: 'the address of Redis, e.g. redis://host:6379, or leave it out to queue in Postgres',
    read: redisUrls,
    absent: () => undefined,
  } satisfies Variable<string | undefined> as Variable<string | undefined>,
  namespace: {
    name: 'QUEUE_NAMESPACE',
    remedy: 'letters, digits and hyphens that begin every key in Redis, when several systems share one',
    read: (text: string): string | undefined => (/^[\w-]{1,64}$/.test(text) ? text : undefined),
    absent: (): string => 'overgang',
  },
  authoritiesUrl: {
    name: 'AUTHORITIES_URL',
    remedy: 'the address under which the authorities answer, e.g. http://authorities:4000',
    read: url('http:', 'https:'),
  },
  authoritySecrets: {
    name: 'AUTHORITY_SECRETS',
    remedy: `a JSON object with the secret shared with each role, and with each authority that has its own, ${SHORTEST_SECRET} characters or more, e.g. {"cpr":"…"}`,
    read: secrets,
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    remedy:
      'the address at which people reach Overgang, e.g. https://overgang.example: it stands in what is sent to them',
    read: url('http:', 'https:'),
    absent: () => undefined,
  } satisfies Variable<string | undefined> as Variable<string | undefined>,
  authorityAddresses: {
    name: 'AUTHORITY_ADDRESSES',
    remedy:
      'a JSON object with the address of each authority that has one of its own, by code or id, e.g. {"0265":"https://overgang.roskilde.example"}, or leave it out',
    read: addresses,
    absent: (): Readonly<Record<string, string>> => ({}),
  },
  plaintextHosts: {
    name: 'PLAINTEXT_HOSTS',
    remedy: 'the hosts to which a process may speak without TLS, with commas',
    read: (text: string): readonly string[] => text.split(',').map(host => host.trim()),
    absent: (): readonly string[] => [],
  },
  journeysDir: {
    name: 'JOURNEYS_DIR',
    remedy: 'the folder that has one folder per journey',
    read: (text: string): string => text,
    absent: (): string => 'journeys',
  },
  host: {
    name: 'HOST',
    remedy: 'the address to listen at, e.g. 0.0.0.0',
    read: (text: string): string => text,
    absent: (): string => '127.0.0.1',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    remedy: `one of ${LOG_LEVELS.join(', ')}`,
    read: (text: string): LogLevel | undefined => LOG_LEVELS.find(level => level === text),
    absent: (): LogLevel => 'info',
  },
  metricsToken: {
    name: 'METRICS_TOKEN',
    remedy:
      'at least 16 letters, digits and ._~+/- that the metrics scraper sends as bearer token, or leave it out to let only ops read metrics',
    read: (text: string): string | undefined => (/^[A-Za-z0-9._~+/-]{16,}=*$/.test(text) ? text : undefined),
    absent: () => undefined,
  } satisfies Variable<string | undefined> as Variable<string | undefined>,
} as const;
