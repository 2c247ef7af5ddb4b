import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localIssuerServer } from './local-issuer-server.js';
import { LocalIssuer } from './local-issuer.js';
import { TokenVerifier } from './token-verifier.js';

const ANNA = '0195a6c0-0000-7000-8000-00000000000a';
const clock = { now: () => Date.parse('2026-03-01T12:00:00Z') };
const options = { issuer: 'http://issuer.example', audience: 'overgang', clock };

describe('LocalIssuer', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('keeps its key from one start to the next, readable by its owner alone', async () => {
    const keyFile = join(folder, 'deep', 'key.pem');
    const first = await LocalIssuer.open({ ...options, keyFile });
    const second = await LocalIssuer.open({ ...options, keyFile });
    expect(second.keys()).toEqual(first.keys());
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  });

  it('publishes nothing of the private key', async () => {
    const issuer = await LocalIssuer.open(options);
    expect(issuer.keys().keys[0]).not.toHaveProperty('d');
  });

  it('names a key file that holds no key', async () => {
    const keyFile = join(folder, 'key.pem');
    await writeFile(keyFile, 'nonsense');
    await expect(LocalIssuer.open({ ...options, keyFile })).rejects.toThrow(keyFile);
  });
});

describe('localIssuerServer', () => {
  let close: () => Promise<void>;
  let base: string;

  beforeEach(async () => {
    const issuer = await LocalIssuer.open(options);
    const server = localIssuerServer(issuer, [{ name: 'anna', person: ANNA, roles: ['citizen'] }]);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => new Promise(resolve => server.close(() => resolve()));
  });

  afterEach(() => close());

  it('gives tokens that a verifier believes which fetches the keys from it', async () => {
    const { access_token: token } = (await (await fetch(`${base}/token/anna`)).json()) as {
      access_token: string;
    };
    const keys = new URL('/.well-known/jwks.json', base);
    const verifier = new TokenVerifier({ issuer: options.issuer, audience: 'overgang', keys }, clock);
    expect(await verifier.verify(token)).toMatchObject({ person: ANNA, role: 'citizen' });
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    'gives nothing to a page of another name: %j',
    async host => {
      const asked = request(`${base}/token/anna`, { headers: { host } }).end();
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      response.resume();
      expect(response.statusCode).toBe(421);
    },
  );

  it('names the persons it knows when asked for another', async () => {
    const response = await fetch(`${base}/token/bo`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('anna');
  });

  it('tells who there is without telling their ids', async () => {
    expect(await (await fetch(`${base}/people`)).json()).toEqual([{ name: 'anna', roles: ['citizen'] }]);
  });
});
