import { randomBytes } from 'node:crypto';
import { OWN_ISSUER } from '#identity';
import { type MasterKeys, migrate, openDatabase, PostgresStores } from '#postgres';
import { type WallClock } from '#runtime';
import { LocalIssuer } from './local-issuer.js';

/** What the tokens say of whom they come from, and whom they are for. */
export const TRUSTED = { issuer: OWN_ISSUER, audience: 'overgang' } as const;

/** Who signs people in, where a test signs nobody in. */
export const SIGN_IN = { issuer: 'https://mitid.test', jwksUrl: 'http://127.0.0.1:1/jwks' } as const;

/** A face that is registered in every system under test. */
export const FACE = { id: 'face-of-tests', secret: randomBytes(32).toString('base64url') } as const;

/**
 * Signs access tokens by the key by which the system signs its own.
 *
 * @param keyFile where to leave the private key, for those who sign what no issuer would
 */
export async function sharedIssuer(
  databaseUrl: string,
  masterKeys: MasterKeys,
  clock: WallClock,
  keyFile?: string,
): Promise<LocalIssuer> {
  const issuer = await LocalIssuer.open({ ...TRUSTED, clock, ...(keyFile !== undefined && { keyFile }) });
  await migrate(databaseUrl);
  const database = openDatabase({ url: databaseUrl, connections: 1 });
  try {
    await new PostgresStores(database, masterKeys).signingKeys.add(await issuer.stored());
  } finally {
    await database.close();
  }
  return issuer;
}
