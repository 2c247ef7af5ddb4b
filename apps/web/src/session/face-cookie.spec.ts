import { faceCookie } from './face-cookie.js';

describe('a cookie of the pages', () => {
  it('goes over https alone, and is taken from this host alone, where people come over https', () => {
    expect(faceCookie('https://overgang.example', 'session')).toEqual({
      name: '__Host-overgang',
      options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true },
    });
    expect(faceCookie('https://overgang.example', 'sign-in').name).toBe('__Host-overgang-sign-in');
  });

  it.each(['http://127.0.0.1:3003', 'http://localhost:3003', 'http://[::1]:3003'])(
    'needs no TLS at %s',
    address => {
      expect(faceCookie(address, 'session')).toMatchObject({
        name: 'overgang_session',
        options: { secure: false },
      });
    },
  );

  it.each(['http://overgang.example', 'http://localhost.example', 'http://10.0.0.1'])(
    'is given to nobody at %s, and the pages do not start',
    address => {
      expect(() => faceCookie(address, 'session')).toThrow(
        /PUBLIC_URL is http:.* Set it to an address that begins with https/,
      );
    },
  );
});
