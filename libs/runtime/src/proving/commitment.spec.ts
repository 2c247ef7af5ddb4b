import { type AccessFields } from './access-fields.js';
import { commitmentOf, commitmentTo, saltedAtRandom, saltedBySecret, shownFields } from './commitment.js';

const FIELDS: AccessFields = {
  kind: 'given',
  id: '0b6c0f6e-1111-4222-8333-944445555555-3',
  at: '2026-03-15T00:00:00Z',
  journey: '0b6c0f6e-1111-4222-8333-944445555555',
  service: 'kommune.readServices',
  persons: ['5d1e9c2a-7777-4888-9999-aaaabbbbcccc'],
};

describe('what a chain holds of an entry', () => {
  it('is never the same twice: nobody learns from it that two entries say the same', () => {
    const [one, other] = saltedAtRandom([FIELDS, FIELDS]);
    expect(commitmentOf(one!)).not.toEqual(commitmentOf(other!));
    expect(new Set([...one!, ...other!].map(([salt]) => salt)).size).toBe(2 * Object.keys(FIELDS).length);
  });

  it('is the same from what is shown, whatever is shown', () => {
    const [salted = []] = saltedAtRandom([FIELDS]);
    for (const shows of [() => true, () => false, (name: string) => name !== 'persons']) {
      const shown = shownFields(salted, shows);
      expect(commitmentTo(shown)).toEqual(commitmentOf(salted));
      expect(Object.keys(shown).filter(name => 'value' in shown[name]!)).toEqual(
        Object.keys(FIELDS)
          .filter(name => shows(name))
          .sort(),
      );
    }
  });

  it('is what it was of an entry whose salts were derived', () => {
    const salted = saltedBySecret(FIELDS, Buffer.alloc(32, 7), '11111111-2222-4333-8444-555555555555');
    expect(commitmentOf(salted).toString('hex')).toBe(
      '0afe31560ec35b42a871a311bd9d75d4de08cf8e514be5735a7a665526813bdd',
    );
  });
});
