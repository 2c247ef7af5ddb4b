import { sessionCookie } from './session-cookie.js';

describe('the cookie of a session', () => {
  it('goes over https alone, and is taken from this host alone, where people come over https', () => {
    expect(sessionCookie('https://overgang.example')).toEqual({
      name: '__Host-overgang',
      options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true },
    });
  });

  it.each(['http://127.0.0.1:3003', 'http://localhost:3003', 'http://[::1]:3003'])(
    'needs no TLS at %s',
    address => {
      expect(sessionCookie(address)).toMatchObject({ name: 'overgang_session', options: { secure: false } });
    },
  );

  it.each(['http://overgang.example', 'http://localhost.example', 'http://10.0.0.1'])(
    'is given to nobody at %s, and the pages do not start',
    address => {
      expect(() => sessionCookie(address)).toThrow(
        /PUBLIC_URL is http:.* Set it to an address that begins with https/,
      );
    },
  );
});
