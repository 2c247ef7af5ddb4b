import { hash, hkdfSync, randomBytes } from 'node:crypto';
import { type AccessField, type AccessFields } from './access-fields.js';

/** A field with the salt of its digest (in base64url), as a *disclosure* of SD-JWT (RFC 9901) has them. */
export type SaltedField = readonly [salt: string, name: string, value: AccessField];

/** The fields of an entry, in alphabetical order of their names. */
export type SaltedFields = readonly SaltedField[];

/** A field as a proof shows it: what it says and the salt of its digest, or the digest alone; both in base64url. */
export type ShownField = { readonly value: AccessField; readonly salt: string } | { readonly digest: string };

/** The fields of an entry, in alphabetical order of their names. */
export type ShownFields = Readonly<Record<string, ShownField>>;

/** Bytes of a salt, as RFC 9901 recommends. */
const SALT = 16;

/** The fields of entries with salts at random, all drawn at once. They are kept with the fields, and erased with them. */
export function saltedAtRandom(entries: readonly AccessFields[]): SaltedFields[] {
  const sizes = entries.map(fields => SALT * Object.keys(fields).length);
  const salts = randomBytes(sizes.reduce((all, size) => all + size, 0));
  let from = 0;
  return entries.map((fields, i) => withSalts(fields, salts.subarray(from, (from += sizes[i]!))));
}

/**
 * The same of an entry whose salts were not kept: one key derivation (HKDF, RFC 5869) yields them.
 *
 * @param secret 32 bytes, derived from the key of what the entry is of
 */
export function saltedBySecret(fields: AccessFields, secret: Buffer, chain: string): SaltedFields {
  const entry = JSON.stringify([chain, fields['id']]);
  const salts = hkdfSync('sha256', secret, '', entry, SALT * Object.keys(fields).length);
  return withSalts(fields, Buffer.from(salts));
}

/** What a chain holds of an entry, 32 bytes: SHA-256 over the names and digests of its fields. */
export function commitmentOf(fields: SaltedFields): Buffer {
  return overDigests(fields.map(field => [field[1], digestOf(field)]));
}

/**
 * *Selective disclosure* (as in SD-JWT, RFC 9901): each field has a salted digest of its own, so that an entry can be proven in part;
 * and none of them can be guessed once its salt is gone.
 *
 * @param shows whether a field is told
 */
export function shownFields(fields: SaltedFields, shows: (name: string) => boolean): ShownFields {
  const shown = fields.map((field): [string, ShownField] => {
    const [salt, name, value] = field;
    return [name, shows(name) ? { value, salt } : { digest: digestOf(field) }];
  });
  return Object.fromEntries(shown);
}

/** The same as {@link commitmentOf}, from what is shown. */
export function commitmentTo(shown: ShownFields): Buffer {
  const names = Object.keys(shown).sort();
  return overDigests(
    names.map(name => {
      const field = shown[name]!;
      return [name, 'digest' in field ? field.digest : digestOf([field.salt, name, field.value])];
    }),
  );
}

function withSalts(fields: AccessFields, salts: Buffer): SaltedFields {
  const names = Object.keys(fields).sort();
  return names.map((name, place) => {
    const salt = salts.toString('base64url', place * SALT, (place + 1) * SALT);
    return [salt, name, fields[name]!];
  });
}

function digestOf(field: SaltedField): string {
  return hash('sha256', JSON.stringify(field), 'base64url');
}

function overDigests(digests: readonly (readonly [name: string, digest: string])[]): Buffer {
  return hash('sha256', JSON.stringify(digests), 'buffer');
}
