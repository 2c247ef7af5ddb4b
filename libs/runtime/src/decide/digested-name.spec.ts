import { digestedName } from './digested-name.js';

describe('a name that somebody else chose', () => {
  it('is the same for the same name, another for another name or scope, and cannot be read', () => {
    const named = digestedName('anna', 'divorce-6110851234');
    expect(digestedName('anna', 'divorce-6110851234')).toBe(named);
    expect(digestedName('bo', 'divorce-6110851234')).not.toBe(named);
    expect(digestedName('anna', 'divorce-6110851235')).not.toBe(named);
    expect(named).toMatch(/^[\w-]{43}$/);
  });
});
