import { LONGEST_SESSION, opsCookie, sessionLifetime, sessionOfCookie } from './ops-cookie.js';

const ID = 'x'.repeat(43);

describe('the cookie of ops', () => {
  it('says by its name that it goes over https only, where that is so', () => {
    expect(opsCookie(true, 1000)).toMatchObject({ name: '__Secure-overgang_ops', options: { secure: true } });
    expect(opsCookie(false, 1000)).toMatchObject({ name: 'overgang_ops', options: { secure: false } });
  });

  it('lasts a quarter of an hour, or as long as the token', () => {
    expect(sessionLifetime(10_000_000, 0)).toBe(LONGEST_SESSION);
    expect(sessionLifetime(60_000, 0)).toBe(60_000);
    expect(sessionLifetime(0, 60_000)).toBe(0);
  });

  it('is found among others, and only if it could be one', () => {
    expect(sessionOfCookie(`a=b; overgang_ops=${ID}`)).toBe(ID);
    expect(sessionOfCookie(`__Secure-overgang_ops=${ID}`)).toBe(ID);
    expect(sessionOfCookie(`other_overgang_ops=${ID}`)).toBeUndefined();
    for (const odd of [undefined, '', 'overgang_ops', 'overgang_ops=%', 'overgang_ops=a b']) {
      expect(sessionOfCookie(odd)).toBeUndefined();
    }
  });
});
