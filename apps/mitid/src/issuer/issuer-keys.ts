import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface IssuerKeys {
  /** Signs ID tokens. */
  readonly signing: JWK;
  /** Signs cookies. */
  readonly cookies: string;
}

/** The keys of the provider, kept in a file that its owner alone reads; without a file, new ones at each start. */
export async function issuerKeys(file: string | undefined): Promise<IssuerKeys> {
  const kept = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as IssuerKeys;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' };
  const keys = { signing, cookies: randomBytes(32).toString('base64url') };
  if (file !== undefined) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  }
  return keys;
}
