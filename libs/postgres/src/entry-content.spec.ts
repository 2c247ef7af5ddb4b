import { randomBytes, randomUUID } from 'node:crypto';
import { type AccessFields, saltedBySecret, type SaltedFields } from '#runtime';
import { openEntry, sealEntry } from './entry-content.js';
import { placeOfEntry } from './sealing/erasure-marks.js';
import { JourneyKeys } from './sealing/journey-keys.js';
import { MasterKeys } from './sealing/master-keys.js';

const chain = randomUUID();
const key = new JourneyKeys(new MasterKeys([randomBytes(32)])).make(randomUUID());
const fields: AccessFields = { id: 'look-7', kind: 'looked', persons: ['anna'] };

describe('what an entry of a chain is about', () => {
  it('is kept with its salts', () => {
    const salted: SaltedFields = Object.entries(fields).map(([name, value]) => [`of ${name}`, name, value]);
    expect(openEntry(key, chain, 1, sealEntry(key, chain, 1, salted))).toEqual({ fields, salted });
  });

  it('has the salts that were derived for it when it was kept without', () => {
    const sealed = key.seal(placeOfEntry(chain, 1), { ...fields });
    const salted = saltedBySecret(fields, key.derived('overgang access chain'), chain);
    expect(openEntry(key, chain, 1, sealed)).toEqual({ fields, salted });
  });

  it('opens at its own place alone', () => {
    const sealed = sealEntry(key, chain, 1, []);
    expect(() => openEntry(key, chain, 2, sealed)).toThrow('cannot be opened');
  });
});
