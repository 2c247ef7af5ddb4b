import { readBearerToken } from './read-bearer-token.js';

const codeOf = (authorization: string | undefined): unknown => {
  try {
    return readBearerToken(authorization);
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('readBearerToken', () => {
  it('takes the token, whatever the case of the scheme', () => {
    expect(readBearerToken('Bearer a.b-c_d')).toBe('a.b-c_d');
    expect(readBearerToken('bearer  abc==')).toBe('abc==');
  });

  it.each([undefined, '', '   '])('says that %p is no token at all', authorization => {
    expect(codeOf(authorization)).toBe('missing-token');
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'Bearer a,b', 'Bearertoken', 'Bearer <script>'])(
    'refuses the form of %p',
    authorization => {
      expect(codeOf(authorization)).toBe('malformed-token');
    },
  );
});
