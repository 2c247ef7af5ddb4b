import { idempotencyKey, requestDigest } from './idempotency-key.js';

describe('idempotencyKey', () => {
  it('takes visible ASCII, quoted or not', () => {
    expect(idempotencyKey(undefined)).toBeUndefined();
    expect(idempotencyKey('abc-1')).toBe('abc-1');
    expect(idempotencyKey('"abc-1"')).toBe('abc-1');
  });

  it.each(['', ' ', 'a b', 'æ', 'x'.repeat(129), '""'])('refuses %p', header => {
    expect(() => idempotencyKey(header)).toThrow(expect.objectContaining({ code: 'malformed-header' }));
  });
});

describe('requestDigest', () => {
  it('is the same whatever the order of members, at any depth, and differs with any value', () => {
    const one = { event: 'submit', data: { a: [{ x: 1, y: 2 }], b: null } };
    expect(requestDigest({ data: { b: null, a: [{ y: 2, x: 1 }] }, event: 'submit' })).toBe(
      requestDigest(one),
    );
    expect(requestDigest({ ...one, data: { a: [{ x: 1, y: 3 }], b: null } })).not.toBe(requestDigest(one));
    expect(requestDigest(['a', 'b'])).not.toBe(requestDigest(['b', 'a']));
  });
});
