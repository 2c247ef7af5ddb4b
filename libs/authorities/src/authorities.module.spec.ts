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

const SERVICE = 'cpr.readFamily';
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
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const answer = JSON.stringify(catalogue.service(SERVICE)?.example.answer);
    server = createServer((_, response) => response.end(answer)).listen(0, '127.0.0.1');
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
    const secrets = Object.fromEntries(authorityIds(catalogue).map(id => [id, `secret of ${id}`]));
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

  it('does not start without the secret of each authority', () => {
    expect(() => AuthoritiesModule.forRoot({ catalogue, url, secrets: { cpr: 'secret' } })).toThrow(
      /^AUTHORITY_SECRETS lacks .*skat/,
    );
  });
});
