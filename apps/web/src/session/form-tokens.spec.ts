import { createSecretKey, randomBytes } from 'node:crypto';
import { FormTokens } from './form-tokens.js';

const DAY = 86_400_000;
const ANNA = 'anna';

describe('FormTokens', () => {
  let now = Date.parse('2026-03-01T12:00:00Z');
  const clock = { now: () => now };
  const newKey = () => createSecretKey(randomBytes(32));
  const [old, key] = [newKey(), newKey()];
  const tokens = new FormTokens([key], clock);

  it('know for whom a form was made, and no two pages have the same token', () => {
    const [one, other] = [tokens.tokenFor(ANNA), tokens.tokenFor(ANNA)];
    expect(one).not.toBe(other);
    for (const token of [one, other]) expect(tokens.madeFor(token)).toBe(tokens.nameOf(ANNA));
    expect(tokens.nameOf('bo')).not.toBe(tokens.nameOf(ANNA));
    expect(tokens.madeFor(tokens.tokenFor(undefined))).toBe(tokens.nameOf(undefined));
  });

  it.each([undefined, '', 'made up', 7, ['x'], 'A'.repeat(86)])('refuse %p', token => {
    expect(tokens.madeFor(token)).toBeUndefined();
  });

  it('refuse one in which a bit has changed, or that another key made', () => {
    const bytes = Buffer.from(tokens.tokenFor(ANNA), 'base64url');
    for (const place of [0, 20, 33, 60]) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 1;
      expect(tokens.madeFor(changed.toString('base64url'))).toBeUndefined();
    }
    expect(tokens.madeFor(new FormTokens([old], clock).tokenFor(ANNA))).toBeUndefined();
    expect(
      new FormTokens([key, old], clock).madeFor(new FormTokens([old], clock).tokenFor(ANNA)),
    ).toBeDefined();
  });

  it('are good today and tomorrow', () => {
    const token = tokens.tokenFor(ANNA);
    now += DAY;
    expect(tokens.madeFor(token)).toBeDefined();
    now += DAY;
    expect(tokens.madeFor(token)).toBeUndefined();
  });
});
