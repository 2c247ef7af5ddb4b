import { type AccessFields, type EntryContent, saltedBySecret, type SaltedFields } from '#runtime';
import { type Json } from '#statechart';
import { placeOfEntry } from './sealing/erasure-marks.js';
import { type JourneyKey } from './sealing/journey-key.js';

/** Purpose of the secret that salts were derived from while they were not kept. */
const PURPOSE = 'overgang access chain';

/** Encrypts what an entry of a chain is about, with its salts. */
export function sealEntry(key: JourneyKey, chain: string, number: number, salted: SaltedFields): Buffer {
  return key.seal(placeOfEntry(chain, number), salted as unknown as Json);
}

/**
 * Decrypts it, the reverse of {@link sealEntry}. Where fields stand alone, their salts were derived.
 *
 * @throws InvariantError `unsealable` when it is not what was sealed there
 */
export function openEntry(
  key: JourneyKey,
  chain: string,
  number: number,
  content: Buffer,
): Pick<EntryContent, 'fields' | 'salted'> {
  const stored = key.open(placeOfEntry(chain, number), content) as SaltedFields | AccessFields;
  if (isSalted(stored)) {
    return { fields: Object.fromEntries(stored.map(([, name, value]) => [name, value])), salted: stored };
  }
  return { fields: stored, salted: saltedBySecret(stored, key.derived(PURPOSE), chain) };
}

function isSalted(stored: SaltedFields | AccessFields): stored is SaltedFields {
  return Array.isArray(stored);
}
