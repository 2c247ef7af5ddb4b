import { readFeatures, signInRole } from './features.js';

describe('which pages are served', () => {
  it('is read in any order, and refused when one of them is none', () => {
    expect(readFeatures('counter, citizen')).toEqual(['citizen', 'counter']);
    expect(readFeatures('counter')).toEqual(['counter']);
    for (const wrong of ['', 'citizen,desk', 'desk']) expect(readFeatures(wrong)).toBeUndefined();
  });

  it('says in which role one signs in where there is one alone', () => {
    expect(signInRole(['counter'])).toBe('caseworker');
    expect(signInRole(['citizen', 'counter'])).toBeUndefined();
  });
});
