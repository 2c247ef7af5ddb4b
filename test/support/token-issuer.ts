import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { LocalIssuer, localIssuerServer } from '#identity';
import { type WallClock } from '#runtime';

const HOST = '127.0.0.1';

/** What the tokens say of whom they come from, and whom they are for. */
export const TRUSTED = { issuer: 'https://issuer.test', audience: 'overgang' } as const;

export interface TokenIssuer {
  readonly issuer: LocalIssuer;
  /** Where its public keys are. */
  readonly jwksUrl: string;
  close(): Promise<void>;
}

/**
 * Signs tokens, and serves over HTTP the keys by which other processes know them.
 *
 * @param keyFile where to leave the private key, for those who sign what no issuer would
 */
export async function startTokenIssuer(clock: WallClock, keyFile?: string): Promise<TokenIssuer> {
  const issuer = await LocalIssuer.open({ ...TRUSTED, clock, ...(keyFile !== undefined && { keyFile }) });
  const keys = localIssuerServer(issuer, []).listen(0, HOST);
  await once(keys, 'listening');
  return {
    issuer,
    jwksUrl: `http://${HOST}:${(keys.address() as AddressInfo).port}/.well-known/jwks.json`,
    close: async () => {
      keys.closeAllConnections();
      await new Promise(resolve => keys.close(resolve));
    },
  };
}
