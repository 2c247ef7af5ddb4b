import { writeFile } from 'node:fs/promises';
import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  type JSONWebKeySet,
  SignJWT,
} from 'jose';
import { type StoredSigningKey, type WallClock } from '#runtime';
import { AUTHORITY_CLAIM, type CallerRole, NSIS } from '#identity';
import { storedKey } from '../../libs/identity/src/key-ring.js';

export interface LocalIssuerOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly clock: WallClock;
  /** Where to leave the private key (PKCS#8 PEM), for those who sign what no issuer would. */
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

  /** With a new key. */
  static async open(options: LocalIssuerOptions): Promise<LocalIssuer> {
    const { privateKey: key } = await generateKeyPair('ES256', { extractable: true });
    if (options.keyFile !== undefined)
      await writeFile(options.keyFile, await exportPKCS8(key), { mode: 0o600 });
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
    /** At which a caseworker works; Vejle unless given. */
    readonly authority?: string;
    /** Id of the session that gives it. */
    readonly session?: string;
  }): Promise<string> {
    const now = Math.floor(this.#options.clock.now() / 1000);
    const { roles, acr = NSIS.substantial, authority = '0630', session } = bearer;
    const office = roles.includes('caseworker') && { [AUTHORITY_CLAIM]: authority };
    return new SignJWT({ roles, acr, ...office, ...(session !== undefined && { sid: session }) })
      .setProtectedHeader({ alg: 'ES256', kid: this.#keyId, typ: 'at+jwt' })
      .setIssuer(this.#options.issuer)
      .setAudience(this.#options.audience)
      .setSubject(bearer.person)
      .setIssuedAt(now)
      .setExpirationTime(now + (bearer.lifetime ?? 60 * 60))
      .sign(this.#key);
  }
}
