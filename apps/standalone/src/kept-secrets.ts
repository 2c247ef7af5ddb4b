import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Secrets {
  /** 32 bytes in base64: seals everything personal. */
  readonly masterKey: string;
  /** What each authority's shared secret is derived from. */
  readonly authoritySecret: string;
  /** 32 bytes in base64: seals what the pages keep of browsers. */
  readonly sessionKey: string;
  /** Shared by the pages with the API and with MitID. */
  readonly faceSecret: string;
}

/** Secrets made up at the first start at which they are needed, and kept beside the data they seal; without a folder, made up anew. */
export function keptSecrets(folder: string | undefined): Secrets {
  const file = folder === undefined ? undefined : join(folder, 'secrets.json');
  const kept =
    file !== undefined && existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>)
      : {};
  const secrets: Secrets = {
    masterKey: randomBytes(32).toString('base64'),
    authoritySecret: randomBytes(32).toString('base64url'),
    sessionKey: randomBytes(32).toString('base64'),
    faceSecret: randomBytes(32).toString('base64url'),
    ...kept,
  };
  if (folder !== undefined && file !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  }
  return secrets;
}
