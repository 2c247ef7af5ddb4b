import { PROCESS_VARIABLES, port, readEnvironment, url, wholeNumber } from '#assembly';
import type { Values, Variable } from '#assembly';

const API_VARIABLES = {
  ...PROCESS_VARIABLES,
  port: { name: 'PORT', remedy: 'the port to listen at, e.g. 8080', read: port, absent: (): number => 8080 },
  issuer: {
    name: 'ISSUER',
    remedy: 'the issuer whose tokens are believed, to the letter as in their "iss"',
    read: (text: string): string => text,
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    remedy:
      'the address at which callers reach the API, e.g. https://api.example, when a proxy stands before it',
    read: url('http:', 'https:'),
    absent: () => undefined,
  } satisfies Variable<string | undefined> as Variable<string | undefined>,
  jwksUrl: {
    name: 'JWKS_URL',
    remedy: "the address of the issuer's keys, e.g. https://issuer.example/.well-known/jwks.json",
    read: url('http:', 'https:'),
  },
  mostRequests: {
    name: 'MAX_REQUESTS',
    remedy: 'how many requests may be under way at once before others are told to come again, 1 to 100000',
    read: wholeNumber(100_000),
    absent: (): number => 500,
  },
  checkSeconds: {
    name: 'CHECK_SECONDS',
    remedy: 'how many seconds the check of a journey that a designer sends may take, 1 to 600',
    read: wholeNumber(600),
    absent: (): number => 20,
  },
  audience: {
    name: 'AUDIENCE',
    remedy: 'the audience that tokens for this API name',
    read: (text: string): string => text,
    absent: (): string => 'overgang',
  },
} as const;

/** @throws EnvironmentError naming every variable that is missing or malformed */
export function apiEnvironment(source: NodeJS.ProcessEnv): Values<typeof API_VARIABLES> {
  return readEnvironment(API_VARIABLES, source);
}
