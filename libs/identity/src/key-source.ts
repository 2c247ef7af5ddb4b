import {
  createLocalJWKSet,
  createRemoteJWKSet,
  type CryptoKey,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

/** Public keys by their id (`kid`). */
export interface KeySource {
  /** Undefined when there is none of this id, or no longer. */
  verifying(id: string): Promise<CryptoKey | undefined>;
}

/** Where an issuer publishes its keys (RFC 7517), the keys themselves, or who has them. */
export type Keys = URL | JSONWebKeySet | KeySource;

export function keyGetter(keys: Keys): JWTVerifyGetKey {
  if (keys instanceof URL) return createRemoteJWKSet(keys, { timeoutDuration: 3_000 });
  if (!('verifying' in keys)) return createLocalJWKSet(keys as JSONWebKeySet);
  const source = keys as KeySource;
  return async ({ kid }) => {
    const key = kid === undefined ? undefined : await source.verifying(kid);
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key;
  };
}
