import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { CPR_CLAIM, NSIS } from '#identity';
import { FACE } from '../support/token-issuer.js';
import { type Sender } from './shot.js';
import { signToken } from './tokens.js';

const KEY = 'key-of-mitid';
const LOGOUT = { 'http://schemas.openid.net/event/backchannel-logout': {} };

/** Who signs people in, in a world of its own: it says of anybody who they are. */
export interface SignIns {
  /** Variables of an api that believes it. */
  readonly variables: Readonly<Record<string, string>>;
  /** The registered face, on behalf of somebody. */
  face(person: string): Sender;
  idToken(cpr: string): string;
  /** Of a sign-in that nobody has. */
  logoutToken(): string;
  close(): Promise<void>;
}

export async function startSignIns(): Promise<SignIns> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = {
    ...createPublicKey(privateKey).export({ format: 'jwk' }),
    kid: KEY,
    alg: 'ES256',
    use: 'sig',
  };
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = 'https://mitid.test';
  const token = (typ: string, claims: Record<string, unknown>): string => {
    const now = Math.floor(Date.now() / 1_000);
    const common = {
      iss: issuer,
      aud: FACE.id,
      iat: now,
      exp: now + 300,
      sid: randomUUID(),
      jti: randomUUID(),
    };
    return signToken(privateKey, { alg: 'ES256', kid: KEY, typ }, { ...common, ...claims });
  };
  return {
    variables: {
      ISSUER: issuer,
      JWKS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    },
    face: id => {
      const credentials = Buffer.from(`${FACE.id}:${FACE.secret}`).toString('base64');
      return { standing: 'face', id, headers: { authorization: `Basic ${credentials}` } };
    },
    idToken: cpr =>
      token('JWT', {
        sub: 'somebody',
        nonce: randomUUID(),
        acr: NSIS.high,
        [CPR_CLAIM]: cpr,
        roles: ['citizen'],
      }),
    logoutToken: () => token('logout+jwt', { events: LOGOUT }),
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
