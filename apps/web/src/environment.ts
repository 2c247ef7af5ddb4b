import {
  networks,
  port,
  PROCESS_VARIABLES,
  readEnvironment,
  requireTransport,
  url,
  type Values,
} from '#settings';
import { MASTER_KEYS_VARIABLE } from '#postgres';
import { type Face, FACES, isFace } from './faces.js';

const { databaseUrl, plaintextHosts, host, logLevel } = PROCESS_VARIABLES;
const text = (value: string): string => value;
const LEAST_SECRET = 32;

const WEB_VARIABLES = {
  databaseUrl,
  plaintextHosts,
  host,
  logLevel,
  port: { name: 'PORT', remedy: 'the port to listen at, e.g. 8080', read: port, absent: (): number => 8080 },
  trustedProxies: {
    name: 'TRUSTED_PROXIES',
    remedy:
      'the addresses or networks, with commas, of the proxies that stand before the pages and say in X-Forwarded-For who calls, e.g. 10.0.0.0/8',
    read: networks,
    absent: (): readonly string[] => [],
  },
  faces: {
    name: 'FACES',
    remedy: `the faces to serve, with commas, of ${FACES.join(', ')}`,
    read: facesOf,
    absent: (): readonly Face[] => FACES,
  },
  apiUrl: {
    name: 'API_URL',
    remedy: 'the address of the API, without /v1, e.g. http://api:3000',
    read: url('http:', 'https:'),
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    remedy: 'the address at which people reach the pages, e.g. https://overgang.example',
    read: url('http:', 'https:'),
  },
  issuer: {
    name: 'ISSUER',
    remedy: 'the OpenID provider that signs people in, to the letter as in the "iss" of its tokens',
    read: url('http:', 'https:'),
  },
  faceId: {
    name: 'FACE_ID',
    remedy: 'the client id of these pages at the issuer and at the API',
    read: text,
    absent: (): string => 'overgang-web',
  },
  faceSecret: {
    name: 'FACE_SECRET',
    remedy: `the secret of these pages at the issuer and at the API, ${LEAST_SECRET} characters or more`,
    read: (value: string): string | undefined => (value.length >= LEAST_SECRET ? value : undefined),
  },
  sessionKeys: { ...MASTER_KEYS_VARIABLE, name: 'SESSION_KEY' },
} as const;

export type WebEnvironment = Values<typeof WEB_VARIABLES>;

/** @throws EnvironmentError naming every variable that is missing or malformed */
export function webEnvironment(source: NodeJS.ProcessEnv): WebEnvironment {
  const values = readEnvironment(WEB_VARIABLES, source);
  requireTransport(
    {
      DATABASE_URL: values.databaseUrl,
      API_URL: values.apiUrl,
      PUBLIC_URL: values.publicUrl,
      ISSUER: values.issuer,
    },
    values.plaintextHosts,
  );
  return values;
}

function facesOf(value: string): readonly Face[] | undefined {
  const names = value.split(',').map(name => name.trim());
  return names.every(name => isFace(name)) ? [...new Set(names.filter(isFace))] : undefined;
}
