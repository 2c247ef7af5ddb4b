import { createSecretKey, randomBytes } from 'node:crypto';
import { type Request, type Response } from 'express';
import { type SessionOptions } from './session-options.js';
import { SignInCookie, type SignInUnderWay } from './sign-in-cookie.js';

const MINUTE = 60_000;

describe('the sign-ins that a browser has under way', () => {
  let now: number;
  let sent: Map<string, string>;
  const newKey = () => createSecretKey(randomBytes(32));
  const [old, key] = [newKey(), newKey()];

  beforeEach(() => {
    now = Date.parse('2026-03-01T12:00:00Z');
    sent = new Map();
  });

  const cookieOf = (...keys: ReturnType<typeof newKey>[]): SignInCookie =>
    new SignInCookie({
      publicUrl: 'https://overgang.example',
      clock: { now: () => now },
      keys: () => keys,
    } as unknown as SessionOptions);
  const cookie = cookieOf(key);
  const response = {
    cookie: (name: string, value: string) => sent.set(name, value),
    clearCookie: (name: string) => sent.delete(name),
  } as unknown as Response;
  const request = (): Request =>
    ({ headers: { cookie: [...sent].map(([name, value]) => `${name}=${value}`).join('; ') } }) as Request;
  const signIn = (name: string, back = '/'): SignInUnderWay => ({
    state: `state of ${name}`,
    nonce: randomBytes(32).toString('base64url'),
    verifier: randomBytes(32).toString('base64url'),
    back,
  });

  it('are given back as they were, and nothing of them can be read', async () => {
    const both = [signIn('one', '/indstillinger'), signIn('two')];
    await cookie.keep(response, both);
    expect(await cookie.of(request())).toEqual(both);
    const [sealed] = sent.values();
    expect(Buffer.from(sealed!.replaceAll('.', ''), 'base64url').toString('latin1')).not.toContain(
      'state of',
    );
    await cookie.keep(response, []);
    expect([sent.size, await cookie.of(request())]).toEqual([0, []]);
  });

  it('are the newest five, and fewer of those that lead far back', async () => {
    await cookie.keep(
      response,
      ['1', '2', '3', '4', '5', '6'].map(name => signIn(name)),
    );
    expect((await cookie.of(request())).map(({ state }) => state)).toEqual(
      ['1', '2', '3', '4', '5'].map(name => `state of ${name}`),
    );
    const far = `/start?${'x'.repeat(1_500)}`;
    await cookie.keep(response, [signIn('new', far), signIn('old', far)]);
    expect((await cookie.of(request())).map(({ back }) => back)).toEqual([far]);
    await cookie.keep(response, [signIn('new', `/${'x'.repeat(9_000)}`)]);
    expect(await cookie.of(request())).toMatchObject([{ state: 'state of new', back: '/' }]);
  });

  it('are good for twenty minutes, under a key that is known', async () => {
    await cookieOf(old).keep(response, [signIn('one')]);
    expect(await cookieOf(key, old).of(request())).toHaveLength(1);
    expect(await cookie.of(request())).toEqual([]);
    now += 21 * MINUTE;
    expect(await cookieOf(key, old).of(request())).toEqual([]);
  });

  it.each(['', 'made up', 'a.b.c.d.e', `${'A'.repeat(40)}..${'A'.repeat(16)}.AA.${'A'.repeat(22)}`])(
    'are none in %j',
    async value => {
      sent.set('__Host-overgang-sign-in', value);
      expect(await cookie.of(request())).toEqual([]);
    },
  );
});
