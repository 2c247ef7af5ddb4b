import { createHash, createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';
import { iso } from '#calendar';
import { type Instant } from '#statechart';

/** What is signed of a chain: how many entries it has, and the link of the last. */
export interface ChainHead {
  readonly chain: string;
  readonly entries: number;
  /** Base64url. */
  readonly link: string;
  /** When it was signed, by wall time, ISO 8601. */
  readonly at: string;
}

const TYPE = 'access-head';

/** Signs a head as a JWS in compact form (RFC 7515), by Ed25519 (RFC 8037). */
export function signHead(
  { chain, entries, link }: { readonly chain: string; readonly entries: number; readonly link: Buffer },
  { id, key }: { readonly id: string; readonly key: KeyObject },
  at: Instant,
): string {
  const head: ChainHead = { chain, entries, link: link.toString('base64url'), at: iso(at) };
  const signed = `${encoded({ alg: 'EdDSA', kid: id, typ: TYPE })}.${encoded(head)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}

/**
 * @param keyOf the public key of a `kid`
 * @returns undefined when it is no head, or not signed by one of the keys
 */
export function verifiedHead(
  jws: string,
  keyOf: (id: string) => JsonWebKey | undefined,
): ChainHead | undefined {
  try {
    const [header = '', payload = '', signature = '', ...more] = jws.split('.');
    const { alg, kid, typ } = decoded(header) as Readonly<Record<string, unknown>>;
    const jwk = typeof kid === 'string' ? keyOf(kid) : undefined;
    if (more.length > 0 || alg !== 'EdDSA' || typ !== TYPE || !jwk) return undefined;
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const data = Buffer.from(`${header}.${payload}`);
    if (!verify(null, data, key, Buffer.from(signature, 'base64url'))) return undefined;
    return decoded(payload) as ChainHead;
  } catch {
    return undefined;
  }
}

/** *JWK thumbprint* (RFC 7638) of an Ed25519 key. */
export function headKeyId({ crv, kty, x }: JsonWebKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decoded(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
