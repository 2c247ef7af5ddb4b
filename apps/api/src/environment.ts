import { MASTER_KEYS_VARIABLE } from '#postgres';
import {
  networks,
  port,
  PROCESS_VARIABLES,
  readEnvironment,
  requireTransport,
  secrets,
  url,
  type Values,
  wholeNumber,
} from '#settings';
import { STRONG_ENOUGH } from '#identity';
import { LIMIT_VARIABLES } from './limits/limit-settings.js';

const API_VARIABLES = {
  ...PROCESS_VARIABLES,
  masterKeys: MASTER_KEYS_VARIABLE,
  ...LIMIT_VARIABLES,
  port: { name: 'PORT', remedy: 'the port to listen at, e.g. 8080', read: port, absent: (): number => 8080 },
  issuer: {
    name: 'ISSUER',
    remedy: 'the OpenID provider that signs people in, to the letter as in the "iss" of its ID tokens',
    read: (text: string): string => text,
  },
  jwksUrl: {
    name: 'JWKS_URL',
    remedy: 'the address of its keys, e.g. https://issuer.example/.well-known/jwks.json',
    read: url('http:', 'https:'),
  },
  mostRequests: {
    name: 'MAX_REQUESTS',
    remedy:
      'how many requests of a kind (signed in, authorities, public) may be under way at once before others are told to come again, 1 to 100000',
    read: wholeNumber(100_000),
    absent: (): number => 500,
  },
  maxTokenAge: {
    name: 'MAX_TOKEN_AGE',
    remedy: 'the seconds for which an access token is believed since it was issued, 60 to 86400',
    read: wholeNumber(86_400, 60),
    absent: (): number => 3_600,
  },
  assurance: {
    name: 'ASSURANCE_LEVELS',
    remedy: 'the values of "acr" that are strong enough, with commas',
    read: (text: string): readonly string[] => text.split(',').map(level => level.trim()),
    absent: (): readonly string[] => STRONG_ENOUGH,
  },
  mostConnections: {
    name: 'MAX_CONNECTIONS',
    remedy: 'how many connections may be open before others are closed at once, 1 to 1000000',
    read: wholeNumber(1_000_000),
    absent: (): number => 10_000,
  },
  mostConnectionsPerAddress: {
    name: 'MAX_CONNECTIONS_PER_ADDRESS',
    remedy: 'how many of those may come from one address that is no trusted proxy, 1 to 1000000',
    read: wholeNumber(1_000_000),
    absent: (): number => 256,
  },
  trustedProxies: {
    name: 'TRUSTED_PROXIES',
    remedy:
      'the addresses or networks, with commas, of the proxies that stand before the API and say in X-Forwarded-For who calls, e.g. 10.0.0.0/8',
    read: networks,
    absent: (): readonly string[] => [],
  },
  checkSeconds: {
    name: 'CHECK_SECONDS',
    remedy: 'how many seconds the check of a journey that a designer sends may take, 1 to 600',
    read: wholeNumber(600),
    absent: (): number => 20,
  },
  faceSecrets: {
    name: 'FACE_SECRETS',
    remedy:
      'a JSON object with the secret of each registered face, 32 characters or more, by its client id at the issuer, e.g. {"overgang-web":"…"}',
    read: secrets,
    absent: (): Readonly<Record<string, string>> => ({}),
  },
  audience: {
    name: 'AUDIENCE',
    remedy: 'the audience that our access tokens name',
    read: (text: string): string => text,
    absent: (): string => 'overgang',
  },
} as const;

export type ApiEnvironment = Values<typeof API_VARIABLES>;

/** @throws EnvironmentError naming every variable that is missing or malformed */
export function apiEnvironment(source: NodeJS.ProcessEnv): ApiEnvironment {
  const values = readEnvironment(API_VARIABLES, source);
  const { databaseUrl, redisUrl, authoritiesUrl, authorityAddresses, jwksUrl, plaintextHosts } = values;
  requireTransport(
    {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      AUTHORITIES_URL: authoritiesUrl,
      AUTHORITY_ADDRESSES: Object.values(authorityAddresses).join(),
      JWKS_URL: jwksUrl,
    },
    plaintextHosts,
  );
  return values;
}
