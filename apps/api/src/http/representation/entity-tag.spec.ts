import { entityTag, expectedVersion, stillFresh } from './entity-tag.js';

describe('entity tags', () => {
  it('say the version, and differ with what is shown', () => {
    expect(entityTag('v-7', 'a')).toMatch(/^"v-7\.[\w-]{12}"$/);
    expect(entityTag('v-7', 'a')).not.toBe(entityTag('v-7', 'b'));
    expect(expectedVersion(entityTag('v-7', 'a'))).toBe('v-7');
  });

  it('may be left out, or be any', () => {
    expect(expectedVersion(undefined)).toBeUndefined();
    expect(expectedVersion('*')).toBeUndefined();
    expect(expectedVersion('"12"')).toBe('12');
  });

  it.each(['7', 'W/"7"', '"7", "8"', '"æ"', '""', '"1.a b"'])(
    'are refused when they are not ours: %s',
    header => {
      expect(() => expectedVersion(header)).toThrow(expect.objectContaining({ code: 'malformed-header' }));
    },
  );

  it('match one of a list, weakly', () => {
    expect(stillFresh(undefined, '"1.a"')).toBe(false);
    expect(stillFresh('"0.b", W/"1.a"', '"1.a"')).toBe(true);
    expect(stillFresh('"1.b"', '"1.a"')).toBe(false);
    expect(stillFresh('*', '"1.a"')).toBe(true);
  });
});
