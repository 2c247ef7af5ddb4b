import {
  authoritySecret,
  deriveBearerToken,
  SIGNATURE_HEADER,
  SIGNATURE_TOLERANCE,
  signRequest,
  TIMESTAMP_HEADER,
  verifySignature,
} from './signature.js';

const NOW = Date.parse('2025-03-03T10:00:00Z');
const request = { path: '/v1/callbacks/0195-1', body: '{"outcome":"answered"}' };

function headersOf(signed: Record<string, string>) {
  return { timestamp: signed[TIMESTAMP_HEADER], signature: signed[SIGNATURE_HEADER] };
}

describe('signature', () => {
  const headers = headersOf(signRequest('cpr', 'secret', request, NOW));

  it('is accepted for the very request it was made for, text or bytes', () => {
    expect(verifySignature('secret', request, headers, NOW)).toEqual({ valid: true });
    expect(verifySignature('secret', { ...request, body: Buffer.from(request.body) }, headers, NOW)).toEqual({
      valid: true,
    });
  });

  it.each([
    ['another secret', 'other', request, headers, NOW, 'forged'],
    ['another body', 'secret', { ...request, body: '{"outcome":"refused"}' }, headers, NOW, 'forged'],
    ['another path', 'secret', { ...request, path: '/v1/callbacks/0195-2' }, headers, NOW, 'forged'],
    ['another time', 'secret', request, { ...headers, timestamp: '1740996001' }, NOW, 'forged'],
    ['no signature', 'secret', request, { timestamp: headers.timestamp }, NOW, 'missing'],
    ['no timestamp', 'secret', request, { signature: headers.signature }, NOW, 'missing'],
    ['an unknown version', 'secret', request, { ...headers, signature: 'v2=00' }, NOW, 'malformed'],
    ['a timestamp that is no number', 'secret', request, { ...headers, timestamp: '1e9' }, NOW, 'malformed'],
    ['an old request', 'secret', request, headers, NOW + SIGNATURE_TOLERANCE + 1000, 'stale'],
    ['a request from the future', 'secret', request, headers, NOW - SIGNATURE_TOLERANCE - 1000, 'stale'],
  ])('is refused with %s', (_, secret, tampered, given, at, fault) => {
    expect(verifySignature(secret, tampered, given, at)).toEqual({ valid: false, fault });
  });
});

it('derives a secret for each authority, and a bearer token that is not the secret', () => {
  expect(authoritySecret('root', 'cpr')).not.toBe(authoritySecret('root', 'dar'));
  expect(authoritySecret('root', 'cpr')).toBe(authoritySecret('root', 'cpr'));
  expect(deriveBearerToken('secret')).not.toContain('secret');
});
