import { createSecretKey } from 'node:crypto';
import { Pseudonyms } from './pseudonyms.js';

describe('pseudonyms', () => {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const clock = { now: () => now };
  const key = createSecretKey(Buffer.alloc(32, 7));
  beforeEach(() => {
    now = Date.parse('2026-03-01T00:00:00Z');
  });

  it('are the same all day in every process, and others the next day', () => {
    const [here, there] = [new Pseudonyms(key, clock), new Pseudonyms(key, clock)];
    const morning = here.of('address', '192.0.2.7');
    expect(morning).toMatch(/^[\w-]{16}$/);
    now = Date.parse('2026-03-01T23:59:59Z');
    expect(there.of('address', '192.0.2.7')).toBe(morning);
    now = Date.parse('2026-03-02T00:00:00Z');
    expect(here.of('address', '192.0.2.7')).not.toBe(morning);
  });

  it('differ by what they stand for, by its kind, and by key', () => {
    const pseudonyms = new Pseudonyms(key, clock);
    const all = [
      pseudonyms.of('address', 'a'),
      pseudonyms.of('address', 'b'),
      pseudonyms.of('person', 'a'),
      new Pseudonyms(createSecretKey(Buffer.alloc(32, 8)), clock).of('address', 'a'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
