import { randomUUID } from 'node:crypto';
import { Controller, Get } from '@nestjs/common';
import { type Caller, type CallerRole } from '#identity';
import { systemClock } from '#runtime';
import { type Edge, problemIn, startEdge } from '../../../../test/support/edge.js';
import { LocalIssuer } from '../../../../test/support/local-issuer.js';
import { TRUSTED } from '../../../../test/support/token-issuer.js';
import { Citizen, Designer, Open, Ops, Scraper, SignedByAuthority } from './access.js';
import { Calling } from './calling.js';

const SCRAPER = 'token-of-the-scraper';
const ROLES: readonly CallerRole[] = ['citizen', 'ops', 'designer'];

@Controller()
class Doors {
  @Open()
  @Get('open')
  open() {
    return {};
  }

  @Citizen()
  @Get('citizen')
  citizen(@Calling() { person }: Caller) {
    return { person };
  }

  @Ops()
  @Get('ops')
  ops(@Calling() { person }: Caller) {
    return { person };
  }

  @Designer()
  @Get('designer')
  designer(@Calling() { person }: Caller) {
    return { person };
  }

  @Scraper()
  @Get('measurements')
  measurements() {
    return {};
  }

  @SignedByAuthority()
  @Get('signed')
  signed() {
    return {};
  }

  @Get('undeclared')
  undeclared() {
    return { secret: 'for nobody' };
  }
}

describe('access', () => {
  let edge: Edge;
  const person = randomUUID();

  beforeAll(async () => {
    edge = await startEdge({ controllers: [Doors], metricsToken: SCRAPER });
  });
  afterAll(() => edge?.close());

  it('is that of anybody where a route is open', async () => {
    await edge.nobody().get('/v1/open').expect(200);
    await edge.bearer('nonsense').get('/v1/open').expect(200);
  });

  it.each(ROLES)('of a route for one role is given to %s and to no other', async role => {
    const response = await (await edge.signedIn(person, role)).get(`/v1/${role}`).expect(200);
    expect(response.body).toEqual({ person });
    for (const other of ROLES.filter(name => name !== role)) {
      problemIn(await (await edge.signedIn(person, other)).get(`/v1/${role}`), 403, 'forbidden');
    }
    const without = await edge.nobody().get(`/v1/${role}`);
    problemIn(without, 401, 'missing-token');
    expect(without.headers['www-authenticate']).toBe('Bearer realm="overgang"');
  });

  it('is refused by a route that does not declare it, whoever asks', async () => {
    problemIn(await edge.nobody().get('/v1/undeclared'), 403, 'forbidden');
    for (const role of ROLES) {
      problemIn(await (await edge.signedIn(person, role)).get('/v1/undeclared'), 403, 'forbidden');
    }
  });

  it('of a scraper is to what is measured alone; ops have it too', async () => {
    await edge.bearer(SCRAPER).get('/v1/measurements').expect(200);
    await (await edge.signedIn(person, 'ops')).get('/v1/measurements').expect(200);
    problemIn(await edge.bearer(SCRAPER).get('/v1/ops'), 401, 'malformed-token');
    problemIn(await (await edge.signedIn(person, 'citizen')).get('/v1/measurements'), 403, 'forbidden');
    problemIn(await edge.nobody().get('/v1/measurements'), 401, 'missing-token');
  });

  it('of an authority is given by no token', async () => {
    problemIn(await (await edge.signedIn(person, 'ops')).get('/v1/signed'), 401, 'unknown-signer');
  });

  describe('tokens', () => {
    const bearer = { person, roles: ['citizen'] as const };
    const withToken = (token: string) => edge.bearer(token).get('/v1/citizen');

    it('expired', async () => {
      const response = await withToken(await edge.issuer.sign({ ...bearer, lifetime: -60 }));
      problemIn(response, 401, 'expired-token');
      expect(response.headers['www-authenticate']).toContain('error="invalid_token"');
    });

    it('forged: another key, changed claims, no algorithm', async () => {
      const forger = await LocalIssuer.open({ ...TRUSTED, clock: systemClock });
      problemIn(await withToken(await forger.sign(bearer)), 401, 'forged-token');
      const [header, payload = '', signature] = (await edge.issuer.sign(bearer)).split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
      const ops = Buffer.from(JSON.stringify({ ...claims, roles: ['ops'] })).toString('base64url');
      problemIn(await withToken(`${header}.${ops}.${signature}`), 401, 'forged-token');
      const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
      expect((await withToken(`${none}.${payload}.`)).status).toBe(401);
    });

    it('for another service, of another issuer, and none at all', async () => {
      const misdirected = await LocalIssuer.open({ ...TRUSTED, audience: 'elsewhere', clock: systemClock });
      expect((await withToken(await misdirected.sign(bearer))).status).toBe(401);
      const foreign = await LocalIssuer.open({
        ...TRUSTED,
        issuer: 'https://other.test',
        clock: systemClock,
      });
      expect((await withToken(await foreign.sign(bearer))).status).toBe(401);
      problemIn(await withToken('nonsense'), 401, 'malformed-token');
      const basic = await edge.nobody().get('/v1/citizen').set('Authorization', 'Basic YTpi');
      problemIn(basic, 401, 'malformed-token');
    });
  });
});
