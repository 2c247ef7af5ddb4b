import { opaque } from './opaque.js';

describe('a name that somebody else chose', () => {
  it('is the same for the same name, another for another name or scope, and cannot be read', () => {
    const named = opaque('anna', 'divorce-6110851234');
    expect(opaque('anna', 'divorce-6110851234')).toBe(named);
    expect(opaque('bo', 'divorce-6110851234')).not.toBe(named);
    expect(opaque('anna', 'divorce-6110851235')).not.toBe(named);
    expect(named).toMatch(/^[\w-]{43}$/);
  });
});
