import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { RetryableError } from '#runtime';
import { LocalIssuer } from '../../../test/support/local-issuer.js';
import { TokenError } from './token-error.js';

import { NSIS } from './nsis.js';
import { TokenVerifier } from './token-verifier.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const ISSUER = 'https://issuer.example';
const AUDIENCE = 'overgang';
const ANNA = '0195a6c0-0000-7000-8000-00000000000a';
const BO = '0195a6c0-0000-7000-8000-00000000000b';

describe('TokenVerifier', () => {
  let now: number;
  const clock = { now: () => now };
  let issuer: LocalIssuer;
  let verifier: TokenVerifier;

  beforeEach(async () => {
    now = NOW;
    issuer = await LocalIssuer.open({ issuer: ISSUER, audience: AUDIENCE, clock });
    verifier = new TokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys: issuer.keys() }, clock);
  });

  const codeOf = async (token: string): Promise<string> => {
    const error = await verifier.verify(token).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof TokenError ? error.code : `not a TokenError: ${String(error)}`;
  };

  it('says who is calling, and in which role', async () => {
    const token = await issuer.sign({ person: ANNA, roles: ['ops'], lifetime: 60 });
    expect(await verifier.verify(token)).toEqual({ person: ANNA, role: 'ops', expires: NOW + 60_000 });
    const nobody = await issuer.sign({ person: ANNA, roles: [], lifetime: 60 });
    expect(await verifier.verify(nobody)).toEqual({ person: ANNA, expires: NOW + 60_000 });
  });

  it('keeps duties apart: a token gives one role', async () => {
    expect(await codeOf(await issuer.sign({ person: ANNA, roles: ['ops', 'designer'] }))).toBe('mixed-roles');
    expect(await codeOf(await issuer.sign({ person: ANNA, roles: ['citizen', 'ops'] }))).toBe('mixed-roles');
    expect((await verifier.verify(await issuer.sign({ person: ANNA, roles: ['ops', 'ops'] }))).role).toBe(
      'ops',
    );
  });

  it.each([undefined, 'JWT', 'logout+jwt', 'dpop+jwt'])('refuses a token of type %s', async typ => {
    const pair = await keyPair;
    verifier = await trustingOnly(pair.publicKey);
    expect(await codeOf(await tokenWith(pair.privateKey, {}, { typ }))).toBe('wrong-token');
    expect((await verifier.verify(await tokenWith(pair.privateKey, {}))).person).toBe(ANNA);
  });

  it.each([{ cnf: { jkt: 'x' } }, { act: { sub: BO } }])('refuses a token with %p', async claims => {
    const pair = await keyPair;
    verifier = await trustingOnly(pair.publicKey);
    expect(await codeOf(await tokenWith(pair.privateKey, claims))).toBe('wrong-token');
  });

  it.each([undefined, 'https://data.gov.dk/concept/core/nsis/Low', 'urn:made:up', 7, [NSIS.high]])(
    'refuses a sign-in of level %p',
    async acr => {
      const pair = await keyPair;
      verifier = await trustingOnly(pair.publicKey);
      expect(await codeOf(await tokenWith(pair.privateKey, { acr }))).toBe('weak-sign-in');
      expect((await verifier.verify(await tokenWith(pair.privateKey, { acr: NSIS.high }))).person).toBe(ANNA);
    },
  );

  it('believes a token for an hour, whatever it says of itself, and none from the future', async () => {
    const forever = await issuer.sign({ person: ANNA, roles: ['citizen'], lifetime: 100 * 365 * 86_400 });
    expect((await verifier.verify(forever)).expires).toBe(NOW + 3_600_000);
    now = NOW + 3_606_000;
    expect(await codeOf(forever)).toBe('expired-token');
    now = NOW - 60_000;
    expect(await codeOf(forever)).toBe('early-token');
  });

  it.each([[[ANNA]], [{ id: ANNA }], [7]])('refuses %p as the name of a person', async subject => {
    const pair = await keyPair;
    verifier = await trustingOnly(pair.publicKey);
    const token = await tokenWith(pair.privateKey, {}, { subject: subject as unknown as string });
    expect(await codeOf(token)).toBe('incomplete-token');
  });

  it('ignores roles that it does not know', async () => {
    const pair = await keyPair;
    verifier = await trustingOnly(pair.publicKey);
    const token = await tokenWith(pair.privateKey, { roles: ['citizen', 'emperor', 7] });
    expect((await verifier.verify(token)).role).toBe('citizen');
  });

  it('refuses an expired token, allowing clocks to differ by five seconds', async () => {
    const token = await issuer.sign({ person: ANNA, roles: [], lifetime: 60 });
    now = NOW + 64_000;
    expect((await verifier.verify(token)).person).toBe(ANNA);
    now = NOW + 66_000;
    expect(await codeOf(token)).toBe('expired-token');
  });

  it('refuses a token with changed claims, another key, or no signature', async () => {
    const token = await issuer.sign({ person: ANNA, roles: ['citizen'] });
    const [header, payload, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: BO })).toString('base64url');
    expect(await codeOf(`${header}.${forged}.${signature}`)).toBe('forged-token');

    const stranger = await LocalIssuer.open({ issuer: ISSUER, audience: AUDIENCE, clock });
    expect(await codeOf(await stranger.sign({ person: ANNA, roles: ['ops'] }))).toBe('forged-token');

    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    expect(await codeOf(`${none}.${payload}.`)).not.toContain('not a TokenError');
  });

  it('refuses a token that is signed with the public key as if it were a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(issuer.keys().keys[0]));
    const token = await new SignJWT({ roles: ['ops'] })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(ANNA)
      .setExpirationTime(NOW / 1000 + 60)
      .sign(secret);
    expect(await codeOf(token)).toBe('forged-token');
  });

  it('refuses tokens of another issuer and for another audience', async () => {
    const keyed = async (over: { issuer?: string; audience?: string }): Promise<TokenVerifier> =>
      new TokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys: issuer.keys(), ...over }, clock);
    const token = await issuer.sign({ person: ANNA, roles: [] });
    await expect((await keyed({ issuer: 'https://other.example' })).verify(token)).rejects.toMatchObject({
      code: 'wrong-issuer',
    });
    await expect((await keyed({ audience: 'other' })).verify(token)).rejects.toMatchObject({
      code: 'wrong-audience',
    });
  });

  it('refuses a token that names nobody or never ends', async () => {
    const pair = await keyPair;
    verifier = await trustingOnly(pair.publicKey);
    expect(await codeOf(await tokenWith(pair.privateKey, {}, { subject: undefined }))).toBe(
      'incomplete-token',
    );
    expect(await codeOf(await tokenWith(pair.privateKey, {}, { expires: undefined }))).toBe(
      'incomplete-token',
    );
  });

  it.each(['garbage', 'a.b', 'a.b.c', ''])('refuses %p as no token', async token => {
    expect(await codeOf(token)).toBe('malformed-token');
  });

  it('never repeats the token in its message', async () => {
    const token = await issuer.sign({ person: ANNA, roles: [], lifetime: -60 });
    await expect(verifier.verify(token)).rejects.not.toMatchObject({
      message: expect.stringContaining(token),
    });
  });

  it("does not blame the caller when the issuer's keys cannot be fetched", async () => {
    const keys = new URL('http://127.0.0.1:1/jwks.json');
    const unreachable = new TokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys }, clock);
    const token = await issuer.sign({ person: ANNA, roles: [] });
    await expect(unreachable.verify(token)).rejects.toBeInstanceOf(RetryableError);
  });

  const keyPair = generateKeyPair('ES256');

  async function trustingOnly(key: Awaited<typeof keyPair>['publicKey']): Promise<TokenVerifier> {
    const keys = { keys: [{ ...(await exportJWK(key)), alg: 'ES256', kid: 'k' }] };
    return new TokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys }, clock);
  }

  async function tokenWith(
    key: Awaited<typeof keyPair>['privateKey'],
    claims: Record<string, unknown>,
    over: { subject?: string | undefined; expires?: number | undefined; typ?: string | undefined } = {},
  ): Promise<string> {
    const subject = 'subject' in over ? over.subject : ANNA;
    const expires = 'expires' in over ? over.expires : NOW / 1000 + 60;
    const typ = 'typ' in over ? over.typ : 'at+jwt';
    return new SignJWT({
      acr: NSIS.substantial,
      iat: NOW / 1000,
      ...claims,
      iss: ISSUER,
      aud: AUDIENCE,
      ...(subject === undefined ? {} : { sub: subject }),
      ...(expires === undefined ? {} : { exp: expires }),
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'k', ...(typ !== undefined && { typ }) })
      .sign(key);
  }
});
