import { createHmac, timingSafeEqual } from 'node:crypto';

/** Header that names the authority a request comes from. */
export const AUTHORITY_HEADER = 'overgang-authority';
/** Header with the Unix time in seconds at which the request was signed. */
export const TIMESTAMP_HEADER = 'overgang-timestamp';
/** Header with the signature, `v1=<hex>`. */
export const SIGNATURE_HEADER = 'overgang-signature';

/** How far the signer's clock may be from ours, in milliseconds; older requests may be replays. */
export const SIGNATURE_TOLERANCE = 5 * 60 * 1000;

/** Signed content: the path (with query) and the body, byte by byte as sent. */
export interface SignedRequest {
  readonly path: string;
  readonly body: string | Uint8Array;
}

export type SignatureFault = 'missing' | 'malformed' | 'stale' | 'forged';

/** Result of a verification: valid, or why not. */
export type SignatureCheck =
  { readonly valid: true } | { readonly valid: false; readonly fault: SignatureFault };

/**
 * Signs a webhook (callback or register event) on behalf of an authority: HMAC-SHA256 over
 * `<timestamp>.<path>.<raw body>` with the secret shared with that authority.
 *
 * @param now epoch milliseconds
 * @returns the headers to send along
 */
export function signRequest(
  authority: string,
  secret: string,
  request: SignedRequest,
  now: number,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  return {
    [AUTHORITY_HEADER]: authority,
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: `v1=${digest(secret, timestamp, request).toString('hex')}`,
  };
}

/**
 * Verifies the signature of a webhook, in constant time.
 *
 * @param headers the two header values, as received
 * @param now epoch milliseconds
 */
export function verifySignature(
  secret: string,
  request: SignedRequest,
  headers: { readonly timestamp?: string | undefined; readonly signature?: string | undefined },
  now: number,
): SignatureCheck {
  const { timestamp, signature } = headers;
  if (!timestamp || !signature) return { valid: false, fault: 'missing' };
  const given = /^v1=([0-9a-f]{64})$/.exec(signature)?.[1];
  if (!given || !/^[0-9]{1,12}$/.test(timestamp)) return { valid: false, fault: 'malformed' };
  if (Math.abs(now - Number(timestamp) * 1000) > SIGNATURE_TOLERANCE) return { valid: false, fault: 'stale' };
  const expected = digest(secret, timestamp, request);
  return timingSafeEqual(expected, Buffer.from(given, 'hex'))
    ? { valid: true }
    : { valid: false, fault: 'forged' };
}

/** Derives the secret of one authority, where all are simulated and one root secret is configured. */
export function authoritySecret(rootSecret: string, authority: string): string {
  return createHmac('sha256', rootSecret).update(`authority:${authority}`).digest('hex');
}

/**
 * Derives the bearer token that we show to an authority from the shared secret. The secret itself signs webhooks, so it never
 * travels.
 */
export function deriveBearerToken(secret: string): string {
  return createHmac('sha256', secret).update('bearer').digest('base64url');
}

function digest(secret: string, timestamp: string, { path, body }: SignedRequest): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.${path}.`).update(body).digest();
}
