import { randomUUID } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { type Response } from 'supertest';
import { authoritySecret, signRequest } from '#authorities';
import { systemClock } from '#runtime';
import { type Edge, problemIn, startEdge } from '../../../../test/support/edge.js';
import { liftedLimits } from '../../../../test/support/limits-lifted.js';
import { LocalIssuer } from '../../../../test/support/local-issuer.js';
import { TRUSTED } from '../../../../test/support/token-issuer.js';
import { Citizen, Open, SignedByAuthority } from '../access/access.js';
import { Signer } from '../access/calling.js';
import { type Limits } from './limit-settings.js';
import { Limited } from './limited.js';
import { Unlimited } from './unlimited.js';

const HOUR = 3_600;
const perHour = (points: number) => ({ points, seconds: HOUR });
const SECRETS = Object.fromEntries(['cpr', 'skat'].map(id => [id, authoritySecret('shared', id)]));
/** Addresses for documentation (RFC 5737, RFC 3849); the last two are of one IPv6 subscriber. */
const [TOWN_HALL, ELSEWHERE, SIX, SIX_TOO] = [
  '192.0.2.1',
  '198.51.100.7',
  '2001:db8:1:2::1',
  '2001:db8:1:2:ffff::9',
] as const;

@Controller()
class Routes {
  @Open()
  @Get('open')
  open() {
    return {};
  }

  @Open()
  @Unlimited()
  @Get('alive')
  alive() {
    return {};
  }

  @Citizen()
  @Get('own')
  own() {
    return {};
  }

  @Citizen()
  @Limited('starts')
  @Post('own')
  start() {
    return {};
  }

  @SignedByAuthority()
  @Post('signed')
  signed(@Signer() authority: string) {
    return { authority };
  }
}

describe('limits', () => {
  let edge: Edge;
  const start = async (limits: Partial<Limits>): Promise<void> => {
    const all = { ...liftedLimits, ...limits };
    edge = await startEdge({ controllers: [Routes], authoritySecrets: SECRETS, limits: all });
  };
  afterEach(() => edge?.close());

  const citizen = (person = randomUUID()) => edge.signedIn(person, 'citizen');
  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const refused = (response: Response): void => {
    problemIn(response, 429, 'too-many-requests');
    expect(response.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(HOUR);
  };

  it('hold for persons wherever they ask from, and for nobody but them', async () => {
    await start({ requests: perHour(3) });
    const anna = await citizen();
    for (const address of [TOWN_HALL, ELSEWHERE, SIX])
      await anna.get('/v1/own').set(from(address)).expect(200);
    refused(await anna.get('/v1/own').set(from(SIX)));
    await (await citizen()).get('/v1/own').set(from(SIX)).expect(200);
  });

  it('hold for addresses where nobody has signed in; an IPv6 network is one; what is always admitted is free', async () => {
    await start({ anonymous: perHour(2) });
    const nobody = edge.nobody();
    await nobody.get('/v1/open').set(from(SIX)).expect(200);
    problemIn(await nobody.get('/v1/own').set(from(SIX_TOO)), 401, 'missing-token');
    refused(await nobody.get('/v1/open').set(from(SIX_TOO)));
    refused(await nobody.get('/v1/own').set(from(SIX)));
    await nobody.get('/v1/open').set(from(TOWN_HALL)).expect(200);
    for (let i = 0; i < 5; i += 1) await nobody.get('/v1/alive').set(from(SIX)).expect(200);
    expect(await edge.metrics.text()).toMatch(/overgang_limited_total\{limit="anonymous"\} 2\n/);
  });

  it('of a route are counted apart from those of all routes, and told in the language of the caller', async () => {
    await start({ requests: perHour(4), starts: perHour(1) });
    const anna = await citizen();
    await anna.post('/v1/own').expect(201);
    refused(await anna.post('/v1/own'));
    const inDanish = await anna.post('/v1/own').set('Accept-Language', 'da').expect(429);
    expect(inDanish.body).toMatchObject({ title: 'For meget på én gang' });
    await anna.get('/v1/own').expect(200);
    refused(await anna.get('/v1/own'));
  });

  it('of failed attempts to sign in shut out nobody who shows a valid token at the same address', async () => {
    await start({ signIns: perHour(3) });
    const forger = await LocalIssuer.open({ ...TRUSTED, clock: systemClock });
    const at = (token: string, address: string) => edge.bearer(token).get('/v1/own').set(from(address));
    const forged = async (person: string, address: string) =>
      at(await forger.sign({ person, roles: ['citizen'] }), address);
    for (let i = 0; i < 3; i += 1) problemIn(await forged(randomUUID(), TOWN_HALL), 401, 'forged-token');
    for (let i = 0; i < 5; i += 1) refused(await forged(randomUUID(), TOWN_HALL));
    refused(await at('nonsense', TOWN_HALL));
    problemIn(await forged(randomUUID(), ELSEWHERE), 401, 'forged-token');

    // Two whom nobody has seen at the town hall before.
    for (const client of [await citizen(), await citizen()]) {
      await client.get('/v1/own').set(from(TOWN_HALL)).expect(200);
    }
    const expired = await edge.issuer.sign({ person: randomUUID(), roles: ['citizen'], lifetime: -60 });
    problemIn(await at(expired, TOWN_HALL), 401, 'expired-token');

    // One who is claimed again and again is not even verified any more.
    const bo = randomUUID();
    for (let i = 0; i < 3; i += 1) refused(await forged(bo, TOWN_HALL));
    refused(await (await citizen(bo)).get('/v1/own').set(from(TOWN_HALL)));
    await (await citizen(bo)).get('/v1/own').set(from(ELSEWHERE)).expect(200);
  });

  it('of bad signatures are of an address and an authority, and never shut a good signature out', async () => {
    await start({ signatures: perHour(2) });
    const path = '/v1/signed';
    const body = JSON.stringify({ a: 1 });
    const send = (authority: string, signed: string, address: string) =>
      edge
        .nobody()
        .post(path)
        .set({ 'Content-Type': 'application/json', ...from(address) })
        .set(signRequest(authority, SECRETS[authority]!, { path, body: signed }, systemClock.now()))
        .send(body);
    const forged = (authority: string, address: string) => send(authority, `${body} `, address);
    for (let i = 0; i < 2; i += 1) problemIn(await forged('cpr', TOWN_HALL), 401, 'bad-signature');
    refused(await forged('cpr', TOWN_HALL));
    problemIn(await forged('skat', TOWN_HALL), 401, 'bad-signature');
    problemIn(await forged('cpr', ELSEWHERE), 401, 'bad-signature');
    expect((await send('cpr', body, TOWN_HALL).expect(201)).body).toEqual({ authority: 'cpr' });

    const unknown = (name: string) =>
      edge
        .nobody()
        .post(path)
        .set({ 'Overgang-Authority': name, ...from(TOWN_HALL) });
    problemIn(await unknown('a'), 401, 'unknown-signer');
    problemIn(await unknown('b'), 401, 'unknown-signer');
    refused(await unknown('c'));
  });
});
