import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { CalendarClock, PersonVault, roleOf, systemClock, WallClock } from '#runtime';
import { AuthoritiesModule } from './authorities.module.js';
import { AuthorityClient } from './authority-client.js';
import { authorityIds } from './authority-ids.js';
import { Catalogue } from './catalogue.js';
import { deriveBearerToken } from './signature.js';

const SERVICE = 'cpr.readFamily';
const PERMIT = 'kommune.endParkingPermit';
const persons: PersonVault = {
  personOf: () => Promise.resolve('a person'),
  personsOf: () => Promise.reject(new Error('asked one by one')),
  find: () => Promise.resolve(undefined),
  cprOf: () => Promise.resolve('6110851234'),
};
const PORTS = [
  { provide: CalendarClock, useValue: systemClock },
  { provide: WallClock, useValue: systemClock },
  { provide: PersonVault, useValue: persons },
];

@Global()
@Module({ providers: PORTS, exports: PORTS })
class PortsModule {}

describe('AuthoritiesModule', () => {
  const catalogue = Catalogue.load();
  const secrets = Object.fromEntries(authorityIds(catalogue).map(id => [id, `secret of ${id}`]));
  let server: Server;
  let url: string;
  let asked = '';

  beforeAll(async () => {
    const answer = JSON.stringify(catalogue.service(SERVICE)?.example.answer);
    const permit = JSON.stringify(catalogue.service(PERMIT)?.example.answer);
    server = createServer((request, response) => {
      asked = `${request.url} ${request.headers.authorization}`;
      response.end(request.url?.includes('kommune') ? permit : answer);
    }).listen(0, '127.0.0.1');
    // No idle connection ends by itself during the test.
    server.keepAliveTimeout = 600_000;
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('has no connection open when the application has shut down', async () => {
    const testing = await Test.createTestingModule({
      imports: [PortsModule, AuthoritiesModule.forRoot({ catalogue, url, secrets })],
    }).compile();
    const connected = once(server, 'connection');
    const calling = testing.get(AuthorityClient).call({
      dispatch: '0195-1',
      service: SERVICE,
      authority: roleOf(SERVICE),
      input: { person: 'a person' },
    });
    const [socket] = await connected;
    expect((await calling).kind).toBe('answered');
    expect(socket.destroyed).toBe(false);
    const closed = once(socket, 'close');
    await testing.close();
    await closed;
  });

  it('calls an authority at its own address with its own secret, and others at the common one with that of their role', async () => {
    const testing = await Test.createTestingModule({
      imports: [
        PortsModule,
        AuthoritiesModule.forRoot({
          catalogue,
          url: `${url}/common`,
          addresses: { '0265': `${url}/roskilde/` },
          secrets: { ...secrets, '0265': 'secret of Roskilde' },
        }),
      ],
    }).compile();
    const { path, example } = catalogue.service(PERMIT)!;
    const ask = async (authority: string): Promise<string> => {
      const request = { dispatch: '0195-1', service: PERMIT, authority, input: example.input };
      expect((await testing.get(AuthorityClient).call(request)).kind).toBe('answered');
      return asked;
    };
    const bearer = (secret: string): string => `Bearer ${deriveBearerToken(secret)}`;
    expect(await ask('0265')).toBe(`/roskilde/kommune${path} ${bearer('secret of Roskilde')}`);
    expect(await ask('0259')).toBe(`/common/0259/kommune${path} ${bearer('secret of kommune')}`);
    expect(await ask('kommune')).toBe(`/common/kommune${path} ${bearer('secret of kommune')}`);
    const nowhere = { dispatch: '0195-2', service: PERMIT, authority: '0411', input: example.input };
    await expect(testing.get(AuthorityClient).call(nowhere)).rejects.toMatchObject({
      code: 'no-authority',
      message: expect.stringContaining('belongs to no municipality and no region'),
    });
    await testing.close();
  });

  it('does not start with an address or a secret of nobody', () => {
    const options = { catalogue, url, secrets };
    expect(() => AuthoritiesModule.forRoot({ ...options, addresses: { '0999': url } })).toThrow(
      /^AUTHORITY_ADDRESSES names 0999/,
    );
    expect(() =>
      AuthoritiesModule.forRoot({ ...options, secrets: { ...secrets, roskilde: 'secret' } }),
    ).toThrow(/^AUTHORITY_SECRETS names roskilde/);
  });

  it('does not start without the secret of each authority', () => {
    expect(() => AuthoritiesModule.forRoot({ catalogue, url, secrets: { cpr: 'secret' } })).toThrow(
      /^AUTHORITY_SECRETS lacks .*skat/,
    );
  });
});
