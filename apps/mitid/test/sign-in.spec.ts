import { type NestExpressApplication } from '@nestjs/platform-express';
import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import request from 'supertest';
import { CPR_CLAIM, EIDAS_WAY, IdTokenVerifier, NSIS, ROLES_CLAIM, WAY_PARAMETER } from '#identity';
import { systemClock } from '#runtime';
import { freePort } from '../../standalone/src/embedded/free-port.js';
import { EIDAS_PEOPLE } from '../../standalone/src/sample-people.js';
import { createMitIdApp } from '../src/create-mitid-app.js';

const REDIRECT = 'http://127.0.0.1:1/log-paa/mitid';
const ANNA = {
  name: 'anna',
  fullName: 'Anna Holm',
  cpr: '6110851234',
  roles: ['citizen'],
  about: { da: 'Gift med Bo.', en: 'Married to Bo.' },
} as const;
const OLGA = { name: 'olga', fullName: 'Olga Drift', cpr: '6502714321', roles: ['ops'] } as const;
const clientOf = (id: string) => ({
  id,
  secret: `secret of ${id}`,
  title: `Tjenesten ${id}`,
  redirectUri: REDIRECT,
  signedOutUri: 'http://127.0.0.1:1/logget-af',
  backChannelUri: 'http://127.0.0.1:1/v1/tokens/sign-out',
});

describe('the simulated MitID', () => {
  let app: NestExpressApplication;
  let issuer: string;
  let browser: ReturnType<typeof request.agent>;

  beforeAll(async () => {
    const port = await freePort();
    issuer = `http://127.0.0.1:${port}`;
    app = await createMitIdApp({
      issuer,
      clients: [clientOf('one'), clientOf('other')],
      people: [ANNA, OLGA, ...EIDAS_PEOPLE],
    });
    await app.listen(port, '127.0.0.1');
  });
  afterAll(() => app?.close());
  beforeEach(() => {
    browser = request.agent(issuer);
  });

  const pathOf = (address: string | undefined): string => {
    const { pathname, search } = new URL(address!, issuer);
    return pathname + search;
  };
  const discovered = (id: string) =>
    oidc.discovery(new URL(issuer), id, `secret of ${id}`, undefined, {
      execute: [oidc.allowInsecureRequests],
    });

  const endAddress = async (over: Record<string, string> = {}) =>
    pathOf(
      oidc.buildEndSessionUrl(await discovered('one'), {
        post_logout_redirect_uri: clientOf('one').signedOutUri,
        ...over,
      }).href,
    );

  /** Asks as a service does. */
  async function ask(id = 'one', over: Record<string, string> = {}) {
    const config = await discovered(id);
    const [verifier, nonce, state] = [oidc.randomPKCECodeVerifier(), oidc.randomNonce(), oidc.randomState()];
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: REDIRECT,
      scope: 'openid',
      acr_values: Object.values(NSIS).join(' '),
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      nonce,
      state,
      ...over,
    });
    const answer = await browser.get(pathOf(address.href));
    const redeem = (callback: string) =>
      oidc.authorizationCodeGrant(config, new URL(callback), {
        pkceCodeVerifier: verifier,
        expectedNonce: nonce,
        expectedState: state,
      });
    return { answer, redeem };
  }

  /** Chooses, and gives where the service is called back. */
  async function choose(page: string, choice: Record<string, string>): Promise<string> {
    const chosen = await browser.post(pathOf(page)).type('form').send(choice);
    expect(chosen.status).toBe(303);
    const resumed = await browser.get(pathOf(chosen.headers['location']));
    expect(resumed.headers['location']).toContain(REDIRECT);
    return resumed.headers['location']!;
  }

  it('shows who there is, says that it is not MitID, and needs no script', async () => {
    const { answer } = await ask();
    const page = await browser.get(pathOf(answer.headers['location']));
    expect(page.status).toBe(200);
    for (const text of ['Dette er ikke MitID', 'Tjenesten one', 'Anna Holm', 'Gift med Bo.', 'Olga Drift']) {
      expect(page.text).toContain(text);
    }
    expect(page.text).not.toContain('<script');
    expect(page.text).not.toContain(ANNA.cpr);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it.each([
    ['what the service asks for', { ui_locales: 'fr en-GB da' }, 'da', 'en'],
    ['what the browser prefers', {}, 'en-GB,da;q=0.5', 'en'],
    ['what the browser prefers, where the service asks for another', { ui_locales: 'fr' }, 'en', 'en'],
    ['Danish', {}, 'fr', 'da'],
  ])('speaks %s', async (_, over: Record<string, string>, preferred, language) => {
    const { answer } = await ask('one', over);
    const choice = pathOf(answer.headers['location']);
    const page = (path: string) => browser.get(path).set('Accept-Language', preferred);
    const words = {
      da: ['Log på hos Tjenesten one', 'Gift med Bo.', 'Marta Nowak, Polen'],
      en: ['Sign in to Tjenesten one', 'Married to Bo.', 'Marta Nowak, Poland'],
    }[language]!;
    const [mitId, eidas] = [(await page(choice)).text, (await page(`${choice}/eidas`)).text];
    for (const text of [mitId, eidas]) expect(text).toContain(`<html lang="${language}">`);
    for (const text of words) expect(mitId + eidas).toContain(text);
  });

  it('speaks English on every page', async () => {
    browser.set('Accept-Language', 'en');
    const { answer } = await ask();
    const choice = pathOf(answer.headers['location']);
    const nobody = await browser.post(choice).type('form').send({ person: 'nobody' });
    await choose(choice, { person: 'anna', level: NSIS.high });
    const over = await browser.get(choice);
    const unasked = await browser.get('/auth?client_id=nobody');
    const leaving = await browser.get(await endAddress());
    const left = await browser.get('/session/end/success');
    for (const [page, text] of [
      [nobody, 'Choose who to sign in as.'],
      [over, 'You cannot sign in from here'],
      [unasked, 'You cannot sign in from here'],
      [leaving, 'You are now signed out of Tjenesten one.'],
      [left, 'You are signed out'],
    ] as const) {
      expect(page.text).toContain(text);
      expect(page.text).toContain('<html lang="en">');
    }
  });

  it('gives an ID token that says who, with which level, and of which sign-in', async () => {
    const { answer, redeem } = await ask();
    const callback = await choose(answer.headers['location']!, { person: 'anna', level: NSIS.high });
    const { id_token: token } = await redeem(callback);
    expect(decodeJwt(token!)).toMatchObject({
      iss: issuer,
      aud: 'one',
      name: 'Anna Holm',
      acr: NSIS.high,
      [CPR_CLAIM]: ANNA.cpr,
      [ROLES_CLAIM]: ['citizen'],
      sid: expect.any(String) as string,
    });
    const keys = new URL(`${issuer}/jwks`);
    const verified = await new IdTokenVerifier({ issuer, keys }, systemClock).verify(token!, 'one');
    expect(verified).toEqual({
      cpr: ANNA.cpr,
      roles: ['citizen'],
      acr: NSIS.high,
      signIn: expect.any(String) as string,
    });
    await expect(redeem(callback)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('signs in once for all services', async () => {
    const first = await ask('one');
    await choose(first.answer.headers['location']!, { person: 'anna', level: NSIS.substantial });
    const second = await ask('other');
    const { id_token: token } = await second.redeem(second.answer.headers['location']!);
    expect(decodeJwt(token!)).toMatchObject({ aud: 'other', name: 'Anna Holm', acr: NSIS.substantial });
    const again = await ask('other', { prompt: 'login' });
    expect(again.answer.headers['location']).toContain('/log-paa/');
  });

  it('asks again when nobody was chosen, and lets one go back', async () => {
    const { answer, redeem } = await ask();
    const page = answer.headers['location']!;
    const nobody = await browser.post(pathOf(page)).type('form').send({ level: NSIS.high, person: 'nobody' });
    expect([nobody.status, nobody.text]).toEqual([
      422,
      expect.stringContaining('Vælg, hvem du vil logge på som'),
    ]);
    const callback = await choose(`${pathOf(page)}/afbryd`, {});
    await expect(redeem(callback)).rejects.toMatchObject({ error: 'access_denied' });
  });

  it('refuses a service without PKCE, with another way back, or of no name', async () => {
    const plain = await ask('one', { code_challenge: '', code_challenge_method: '' });
    expect(plain.answer.headers['location']).toContain('error=invalid_request');
    const elsewhere = await ask('one', { redirect_uri: 'http://127.0.0.1:1/elsewhere' });
    expect([elsewhere.answer.status, elsewhere.answer.headers['location']]).toEqual([400, undefined]);
    expect(elsewhere.answer.text).toContain('Du kan ikke logge på herfra');
    const nobody = await browser.get('/auth?client_id=nobody&response_type=code&scope=openid');
    expect(nobody.status).toBe(400);
  });

  it('shows the page of one browser to no other', async () => {
    const { answer } = await ask();
    const other = await request(issuer).get(pathOf(answer.headers['location']));
    expect([other.status, other.text]).toEqual([400, expect.stringContaining('Du kan ikke logge på herfra')]);
  });

  it.each([
    ['linked', 'cai-se', 'substantial', NSIS.substantial],
    ['linked to no CPR number', 'marta', 'high', NSIS.high],
    ['of a low level', 'cai-se', 'low', NSIS.low],
  ])('signs in with an eID of another EU country: %s', async (_, person, level, acr) => {
    const { answer, redeem } = await ask('one', { [WAY_PARAMETER]: EIDAS_WAY });
    const address = answer.headers['location']!;
    const { text } = await browser.get(pathOf(address));
    expect(text).toContain('Marta Nowak, Polen');
    expect(text).not.toContain('Anna Holm');
    const mitId = await browser.post(pathOf(address)).type('form').send({ person: 'anna', level: NSIS.high });
    expect(mitId.status).toBe(422);
    const callback = await choose(address, { person, level: `http://eidas.europa.eu/LoA/${level}` });
    const { id_token: token } = await redeem(callback);
    const claims = decodeJwt(token!);
    const { cpr } = EIDAS_PEOPLE.find(({ name }) => name === person)!;
    expect([claims['acr'], claims[CPR_CLAIM], cpr === undefined]).toEqual([acr, cpr, person === 'marta']);
  });

  it('asks before it signs out, and then asks who one is again', async () => {
    const { answer, redeem } = await ask();
    await redeem(await choose(answer.headers['location']!, { person: 'anna', level: NSIS.high }));
    const page = await browser.get(await endAddress());
    expect(page.text).toContain('Vil du også logge af MitID?');
    expect(page.text).toContain('Hos Tjenesten one er du nu logget af');
    const secret = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1];
    const out = await browser.post('/session/end/confirm').type('form').send({ xsrf: secret, logout: 'yes' });
    expect([out.status, out.headers['location']]).toEqual([303, clientOf('one').signedOutUri]);
    const again = await ask('other');
    expect(again.answer.headers['location']).toContain('/log-paa/');
  });

  it.each([
    ['da', 'Vil du skifte til Olga Drift?', 'Du er allerede logget på med MitID som Anna Holm.'],
    ['en', 'Do you want to change to Olga Drift?', 'You are already signed in with MitID as Anna Holm.'],
  ])('asks before one becomes somebody else, and needs no script: %s', async (language, title, text) => {
    const first = await ask();
    await choose(first.answer.headers['location']!, { person: 'anna', level: NSIS.high });
    const { answer, redeem } = await ask('one', { prompt: 'login' });
    const choice = pathOf(answer.headers['location']);
    const chosen = await browser.post(choice).type('form').send({ person: 'olga', level: NSIS.high });
    const resuming = pathOf(chosen.headers['location']);
    const page = await browser.get(resuming).set('Accept-Language', language);
    expect([page.status, page.type]).toEqual([200, 'text/html']);
    for (const part of [`<html lang="${language}">`, `<h1>${title}</h1>`, text, `href="${choice}"`])
      expect(page.text).toContain(part);
    expect(page.text).not.toContain('<script');
    const secret = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1];
    const out = await browser.post('/session/end/confirm').type('form').send({ xsrf: secret, logout: 'yes' });
    const back = await browser.get(pathOf(out.headers['location']));
    const { id_token: token } = await redeem(back.headers['location']!);
    expect(decodeJwt(token!)).toMatchObject({ name: 'Olga Drift' });
  });

  it('lets whoever would become somebody else stay who they are', async () => {
    const first = await ask();
    await choose(first.answer.headers['location']!, { person: 'anna', level: NSIS.high });
    const { answer, redeem } = await ask('one', { prompt: 'login' });
    const choice = answer.headers['location']!;
    const chosen = await browser.post(pathOf(choice)).type('form').send({ person: 'olga', level: NSIS.high });
    expect((await browser.get(pathOf(chosen.headers['location']))).status).toBe(200);
    expect((await browser.get(pathOf(choice))).text).toContain('Hvem vil du være?');
    const { id_token: token } = await redeem(await choose(choice, { person: 'anna', level: NSIS.high }));
    expect(decodeJwt(token!)).toMatchObject({ name: 'Anna Holm' });
  });

  it('leads whoever has signed out before on at once', async () => {
    const { status, headers } = await browser.get(await endAddress({ state: 'as it was' }));
    const to = new URL(headers['location']!);
    expect([status, to.origin + to.pathname, to.searchParams.get('state')]).toEqual([
      303,
      clientOf('one').signedOutUri,
      'as it was',
    ]);
    const nowhere = await browser.get('/session/end');
    expect([nowhere.status, pathOf(nowhere.headers['location'])]).toEqual([303, '/session/end/success']);
  });
});
