import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JSONWebKeySet,
  SignJWT,
} from 'jose';
import { type StoredSigningKey, type WallClock } from '#runtime';
import { type CallerRole, NSIS } from '#identity';
import { storedKey } from '../../libs/identity/src/key-ring.js';

export interface LocalIssuerOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly clock: WallClock;
  /** Where the private key is kept between starts (PKCS#8 PEM, mode 0600); without it every start has a new key. */
  readonly keyFile?: string;
}

/** Token issuer without authentication: signs what ours would not. */
export class LocalIssuer {
  readonly #options: LocalIssuerOptions;
  readonly #key: CryptoKey;
  readonly #keySet: JSONWebKeySet;
  readonly #keyId: string;

  private constructor(options: LocalIssuerOptions, key: CryptoKey, keySet: JSONWebKeySet, keyId: string) {
    this.#options = options;
    this.#key = key;
    this.#keySet = keySet;
    this.#keyId = keyId;
  }

  /** Reads the kept key or makes one. Rejects when the key file is there but is no ES256 key. */
  static async open(options: LocalIssuerOptions): Promise<LocalIssuer> {
    const key = await keptKey(options.keyFile);
    const { d: _private, ...jwk } = await exportJWK(key);
    const kid = await calculateJwkThumbprint(jwk);
    return new LocalIssuer(options, key, { keys: [{ ...jwk, kid, alg: 'ES256', use: 'sig' }] }, kid);
  }

  get issuer(): string {
    return this.#options.issuer;
  }

  /** The key as our own issuer stores it: what it signs is then ours. */
  stored(): Promise<StoredSigningKey> {
    return storedKey(this.#key, 1, this.#options.clock.now());
  }

  /** The public keys, as a JSON Web Key Set (RFC 7517). */
  keys(): JSONWebKeySet {
    return this.#keySet;
  }

  /** An access token (RFC 9068) for a person. `lifetime` is in seconds, an hour unless given. */
  async sign(bearer: {
    readonly person: string;
    readonly roles: readonly CallerRole[];
    readonly lifetime?: number;
    readonly acr?: string;
  }): Promise<string> {
    const now = Math.floor(this.#options.clock.now() / 1000);
    return new SignJWT({ roles: bearer.roles, acr: bearer.acr ?? NSIS.substantial })
      .setProtectedHeader({ alg: 'ES256', kid: this.#keyId, typ: 'at+jwt' })
      .setIssuer(this.#options.issuer)
      .setAudience(this.#options.audience)
      .setSubject(bearer.person)
      .setIssuedAt(now)
      .setExpirationTime(now + (bearer.lifetime ?? 60 * 60))
      .sign(this.#key);
  }
}

async function keptKey(file: string | undefined): Promise<CryptoKey> {
  const kept = file === undefined ? undefined : await readIfThere(file);
  if (kept !== undefined) {
    try {
      return await importPKCS8(kept, 'ES256', { extractable: true });
    } catch (cause) {
      throw new Error(`${file} is not an ES256 private key (PKCS#8 PEM); remove it and a new one is made.`, {
        cause,
      });
    }
  }
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  if (file !== undefined) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await exportPKCS8(privateKey), { mode: 0o600 });
  }
  return privateKey;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
