import { authoritySecret, type Catalogue, authorityIds } from '#authorities';
import { LIMITS_LIFTED } from './limits-lifted.js';
import { FACE, SIGN_IN } from './token-issuer.js';

/** @typeParam Redis string, or undefined where there may be none */
export interface Surroundings<Redis extends string | undefined> {
  readonly databaseUrl: string;
  readonly redisUrl: Redis;
  readonly masterKey: string;
  readonly authoritiesUrl: string;
  readonly catalogue: Catalogue;
  /** The secret that each authority derives its own from. */
  readonly secret: string;
  readonly journeysDir: string;
}

/** What an api or worker process needs to know of its surroundings; it listens at a free port of loopback. */
export function processEnvironment<Redis extends string | undefined>(surroundings: Surroundings<Redis>) {
  const { catalogue, secret } = surroundings;
  const secrets = authorityIds(catalogue).map(id => [id, authoritySecret(secret, id)]);
  return {
    DATABASE_URL: surroundings.databaseUrl,
    REDIS_URL: surroundings.redisUrl,
    MASTER_KEY: surroundings.masterKey,
    AUTHORITIES_URL: surroundings.authoritiesUrl,
    AUTHORITY_SECRETS: JSON.stringify(Object.fromEntries(secrets)),
    JOURNEYS_DIR: surroundings.journeysDir,
    HOST: '127.0.0.1',
    PORT: '0',
    ISSUER: SIGN_IN.issuer,
    JWKS_URL: SIGN_IN.jwksUrl,
    FACE_SECRETS: JSON.stringify({ [FACE.id]: FACE.secret }),
    ...LIMITS_LIFTED,
  };
}
