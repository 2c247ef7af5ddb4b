import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { CPR_CLAIM, NSIS, OWN_ISSUER } from '#identity';
import { type Edge, problemIn, startEdge } from '../../../../test/support/edge.js';
import { FACE } from '../../../../test/support/token-issuer.js';
import { type SessionDocument } from './session-document.js';
import { type TokenDocument } from './token-document.js';
import { TokensModule } from './tokens.module.js';

const MITID = 'https://mitid.example';
const ANNA = '6110851234';
const OTHER = { id: 'other-face', secret: 'secret of the other face, long enough' };
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';

const pair = generateKeyPair('ES256', { extractable: true });

type Claims = Record<string, unknown>;

async function idToken(claims: Claims = {}, header: Claims = {}, key?: CryptoKey): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const all = {
    iss: MITID,
    aud: FACE.id,
    sub: 'anna',
    iat: now,
    exp: now + 300,
    nonce: randomUUID(),
    acr: NSIS.substantial,
    sid: randomUUID(),
    [CPR_CLAIM]: ANNA,
    roles: ['citizen'],
    ...claims,
  };
  return new SignJWT(JSON.parse(JSON.stringify(all)) as Claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'k', ...header })
    .sign(key ?? ((await pair).privateKey as CryptoKey));
}

describe('tokens', () => {
  let edge: Edge;

  beforeAll(async () => {
    const jwk = await exportJWK((await pair).publicKey);
    edge = await startEdge({
      imports: [TokensModule],
      signIn: { issuer: MITID, keys: { keys: [{ ...jwk, kid: 'k', alg: 'ES256' }] } },
      faceSecrets: { [FACE.id]: FACE.secret, [OTHER.id]: OTHER.secret },
    });
  });
  afterAll(() => edge?.close());

  const as = (face: { readonly id: string; readonly secret: string }, form: Record<string, string>) =>
    edge.nobody().post('/v1/tokens').auth(face.id, face.secret).type('form').send(form);
  const exchange = (token: string, over: Record<string, string> = {}) =>
    as(FACE, { grant_type: EXCHANGE, subject_token: token, subject_token_type: ID_TOKEN, ...over });
  const renew = (token: string, face = FACE as { id: string; secret: string }) =>
    as(face, { grant_type: 'refresh_token', refresh_token: token });
  const given = async (claims: Claims = {}): Promise<TokenDocument> => {
    const response = await exchange(await idToken(claims));
    expect({ status: response.status, text: response.text }).toMatchObject({ status: 200 });
    return response.body as TokenDocument;
  };
  const sessions = async (token: string): Promise<readonly SessionDocument[]> => {
    const response = await edge.bearer(token).get('/v1/sessions').expect(200);
    return (response.body as { items: SessionDocument[] }).items;
  };
  const claimsIn = (token: string): Claims =>
    JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims;

  it('are given for an ID token: of ten minutes and one role, with a person id and no number', async () => {
    const response = await exchange(await idToken());
    const document = response.body as TokenDocument;
    expect(document).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'citizen' });
    expect(response.headers['cache-control']).toBe('no-store');
    const claims = claimsIn(document.access_token);
    expect(claims).toMatchObject({
      iss: OWN_ISSUER,
      aud: 'overgang',
      sub: document.person,
      roles: ['citizen'],
      acr: NSIS.substantial,
      sid: document.session,
    });
    expect((claims['exp'] as number) - (claims['iat'] as number)).toBe(600);
    expect(response.text + JSON.stringify(claims)).not.toContain(ANNA);
    expect(await sessions(document.access_token)).toHaveLength(1);
  });

  it('name the same person at each sign-in, whom the first one enrols', async () => {
    const [one, two] = [await given(), await given()];
    expect(two.person).toBe(one.person);
    expect((await given({ [CPR_CLAIM]: '6204862345' })).person).not.toBe(one.person);
  });

  it('are given once for an ID token', async () => {
    const token = await idToken();
    await exchange(token).expect(200);
    problemIn(await exchange(token), 400, 'grant-refused');
  });

  it('are of the role that is asked for, if the sign-in gives it', async () => {
    const roles = ['designer', 'ops'];
    expect((await given({ roles })).scope).toBe('designer');
    const ops = await exchange(await idToken({ roles }), { scope: 'ops' }).expect(200);
    expect(claimsIn((ops.body as TokenDocument).access_token)['roles']).toEqual(['ops']);
    const first = await exchange(await idToken({ roles }), { scope: 'citizen ops designer' }).expect(200);
    expect((first.body as TokenDocument).scope).toBe('ops');
    problemIn(await exchange(await idToken({ roles }), { scope: 'citizen' }), 403, 'forbidden');
    problemIn(await exchange(await idToken(), { scope: 'ops' }), 403, 'forbidden');
    problemIn(await exchange(await idToken({ roles: [] })), 403, 'forbidden');
  });

  describe('are given for no other token', () => {
    const refused: readonly (readonly [string, Claims, Claims, string])[] = [
      ['of another issuer', { iss: 'https://elsewhere.example' }, {}, 'wrong-issuer'],
      ['for another face', { aud: OTHER.id }, {}, 'wrong-audience'],
      ['issued to another face', { azp: OTHER.id }, {}, 'wrong-token'],
      ['that is old', { iat: 1_700_000_000 }, {}, 'expired-token'],
      ['that has expired', { exp: 1_700_000_000 }, {}, 'expired-token'],
      ['from the future', { iat: 4_000_000_000, exp: 4_000_000_300 }, {}, 'early-token'],
      ['without a nonce', { nonce: undefined }, {}, 'incomplete-token'],
      ['without a number', { [CPR_CLAIM]: undefined }, {}, 'incomplete-token'],
      ['with half a number', { [CPR_CLAIM]: '611085' }, {}, 'incomplete-token'],
      ['of a weak sign-in', { acr: NSIS.low }, {}, 'weak-sign-in'],
      ['of a sign-in of no strength', { acr: undefined }, {}, 'weak-sign-in'],
      ['that is an access token', {}, { typ: 'at+jwt' }, 'wrong-token'],
      ['that is a logout token', {}, { typ: 'logout+jwt' }, 'wrong-token'],
      ['signed by an unknown key', {}, { kid: 'unknown' }, 'forged-token'],
    ];
    it.each(refused)('%s', async (_, claims, header, code) => {
      problemIn(await exchange(await idToken(claims, header)), 401, code);
    });

    it('signed by another key under the same name, by none, or that is ours', async () => {
      const { privateKey } = await generateKeyPair('ES256');
      problemIn(await exchange(await idToken({}, {}, privateKey as CryptoKey)), 401, 'forged-token');
      const [, payload] = (await idToken()).split('.');
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      expect((await exchange(`${none}.${payload}.`)).status).toBe(401);
      problemIn(await exchange((await given()).access_token), 401, 'forged-token');
    });
  });

  it('are given to registered faces alone', async () => {
    const form = { grant_type: EXCHANGE, subject_token: await idToken(), subject_token_type: ID_TOKEN };
    const without = await edge.nobody().post('/v1/tokens').type('form').send(form);
    problemIn(without, 401, 'unknown-face');
    expect(without.headers['www-authenticate']).toBe('Basic realm="overgang"');
    problemIn(await as({ id: FACE.id, secret: OTHER.secret }, form), 401, 'unknown-face');
    problemIn(await as({ id: '__proto__', secret: '' }, form), 401, 'unknown-face');
    problemIn(await as({ id: FACE.id, secret: '' }, form), 401, 'unknown-face');
    const bearer = await edge.signedIn(randomUUID(), 'ops');
    problemIn(await bearer.post('/v1/tokens').type('form').send(form), 401, 'unknown-face');
    problemIn(await as(OTHER, form), 401, 'wrong-audience');
  });

  it('are asked for by a form, each parameter once', async () => {
    const form = { grant_type: 'password', username: 'anna' };
    problemIn(await as(FACE, form), 422, 'invalid');
    problemIn(await as(FACE, { grant_type: EXCHANGE }), 422, 'invalid');
    const twice = edge.nobody().post('/v1/tokens').auth(FACE.id, FACE.secret).type('form');
    problemIn(await twice.send('grant_type=refresh_token&grant_type=x'), 400, 'malformed-request');
    const json = edge.nobody().post('/v1/tokens').auth(FACE.id, FACE.secret).send({ grant_type: EXCHANGE });
    problemIn(await json, 415, 'unsupported-media-type');
  });

  describe('of a session', () => {
    it('are renewed by its own face, for the same person in the same role', async () => {
      const first = await given({ roles: ['ops'] });
      const response = await renew(first.refresh_token!).expect(200);
      const again = response.body as TokenDocument;
      expect(again).toMatchObject({ person: first.person, session: first.session, scope: 'ops' });
      expect(again).not.toHaveProperty('refresh_token');
      problemIn(await renew(first.refresh_token!, OTHER), 400, 'grant-refused');
      problemIn(await renew(first.session), 400, 'grant-refused');
      problemIn(await renew(randomUUID()), 400, 'grant-refused');
    });

    it('are renewed no more once it has been ended from afar, and no other with it', async () => {
      const person = { [CPR_CLAIM]: '7105903456' };
      const [here, there] = [await given(person), await given(person)];
      const all = await sessions(here.access_token);
      expect(all.map(({ id, current, face }) => ({ id, current, face }))).toEqual(
        expect.arrayContaining([
          { id: here.session, current: true, face: FACE.id },
          { id: there.session, current: false, face: FACE.id },
        ]),
      );
      await edge.bearer(here.access_token).delete(`/v1/sessions/${there.session}`).expect(204);
      problemIn(await renew(there.refresh_token!), 400, 'grant-refused');
      await renew(here.refresh_token!).expect(200);
      problemIn(
        await edge.bearer(here.access_token).delete(`/v1/sessions/${there.session}`),
        404,
        'unknown-session',
      );
      await edge.bearer(here.access_token).delete('/v1/sessions').expect(204);
      problemIn(await renew(here.refresh_token!), 400, 'grant-refused');
    });

    it('are believed no more once it has ended, whoever ended it, and those of others are', async () => {
      const person = { [CPR_CLAIM]: '7105903456' };
      const [here, there, another] = [await given(person), await given(person), await given()];
      await edge.bearer(here.access_token).delete(`/v1/sessions/${there.session}`).expect(204);
      const late = await edge.bearer(there.access_token).get('/v1/sessions').set('Accept-Language', 'da');
      expect(problemIn(late, 401, 'session-over').title).toBe('Du er logget af');
      await sessions(here.access_token);
      await edge.bearer(here.access_token).delete('/v1/sessions').expect(204);
      problemIn(await edge.bearer(here.access_token).get('/v1/sessions'), 401, 'session-over');
      await sessions(another.access_token);
    });

    it('are nobody else’s to see or end', async () => {
      const anna = await given();
      const stranger = await given({ [CPR_CLAIM]: '7903888124', roles: ['ops'] });
      const path = `/v1/sessions/${anna.session}`;
      problemIn(await edge.bearer(stranger.access_token).delete(path), 404, 'unknown-session');
      expect((await sessions(stranger.access_token)).map(({ id }) => id)).toEqual([stranger.session]);
      await renew(anna.refresh_token!).expect(200);
      problemIn(await edge.nobody().get('/v1/sessions'), 401, 'missing-token');
    });
  });

  describe('end with the sign-in', () => {
    const EVENT = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const tell = async (claims: Claims, typ = 'logout+jwt') => {
      const over = { nonce: undefined, acr: undefined, jti: randomUUID(), events: EVENT, ...claims };
      const token = await idToken(over, { typ });
      return edge.nobody().post('/v1/tokens/sign-out').type('form').send({ logout_token: token });
    };

    it('when the issuer says so, at every face', async () => {
      const sid = randomUUID();
      const [one, other] = [await given({ sid }), await given()];
      expect((await tell({ sid })).status).toBe(204);
      problemIn(await renew(one.refresh_token!), 400, 'grant-refused');
      problemIn(await edge.bearer(one.access_token).get('/v1/sessions'), 401, 'session-over');
      await renew(other.refresh_token!).expect(200);
      await sessions(other.access_token);
    });

    it('and with nothing that only looks like it', async () => {
      const sid = randomUUID();
      const one = await given({ sid });
      problemIn(await tell({ sid }, 'JWT'), 401, 'wrong-token');
      problemIn(await tell({ sid, events: {} }), 401, 'wrong-token');
      problemIn(await tell({ sid, nonce: 'n' }), 401, 'wrong-token');
      problemIn(await tell({ sid, aud: 'elsewhere' }), 401, 'wrong-audience');
      problemIn(await tell({ sid, iat: 1_700_000_000 }), 401, 'expired-token');
      await renew(one.refresh_token!).expect(200);
    });
  });

  it('can be verified by whoever reads the published keys', async () => {
    const { keys } = (await edge.nobody().get('/.well-known/jwks.json').expect(200)).body as {
      keys: readonly Record<string, unknown>[];
    };
    expect(keys).toEqual([expect.objectContaining({ kty: 'EC', alg: 'ES256', use: 'sig' })]);
    expect(keys[0]).not.toHaveProperty('d');
  });
});
