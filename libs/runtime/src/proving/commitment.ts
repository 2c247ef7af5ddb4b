import { hash, hkdfSync } from 'node:crypto';
import { type AccessField, type AccessFields } from './access-fields.js';

/** A field as a proof shows it: what it says and the salt of its digest, or the digest alone; both in base64url. */
export type ShownField = { readonly value: AccessField; readonly salt: string } | { readonly digest: string };

/** The fields of an entry, in alphabetical order of their names. */
export type ShownFields = Readonly<Record<string, ShownField>>;

/** Where an entry is committed: the secret of its journey, and a chain. */
export interface CommitmentScope {
  /** 32 bytes; erased with the journey. */
  readonly secret: Buffer;
  readonly chain: string;
}

/** Bytes of a salt, as RFC 9901 recommends. */
const SALT = 16;

/** What a chain holds of an entry, 32 bytes: SHA-256 over the names and digests of its fields. */
export function commitmentOf(fields: AccessFields, scope: CommitmentScope): Buffer {
  return overDigests(salted(fields, scope).map(([name, value, salt]) => [name, digestOf(salt, name, value)]));
}

/**
 * *Selective disclosure* (as in SD-JWT, RFC 9901): each field has a salted digest of its own, so that an entry can be proven in part;
 * and none of them can be guessed once the secret is gone.
 *
 * @param shows whether a field is told
 */
export function shownFields(
  fields: AccessFields,
  scope: CommitmentScope,
  shows: (name: string) => boolean,
): ShownFields {
  const shown = salted(fields, scope).map(([name, value, salt]): [string, ShownField] => [
    name,
    shows(name) ? { value, salt } : { digest: digestOf(salt, name, value) },
  ]);
  return Object.fromEntries(shown);
}

/** The same as {@link commitmentOf}, from what is shown. */
export function commitmentTo(shown: ShownFields): Buffer {
  const names = Object.keys(shown).sort();
  return overDigests(
    names.map(name => {
      const field = shown[name]!;
      return [name, 'digest' in field ? field.digest : digestOf(field.salt, name, field.value)];
    }),
  );
}

/** Fields with their salts, which one key derivation (HKDF, RFC 5869) yields for the whole entry. */
function salted(
  fields: AccessFields,
  { secret, chain }: CommitmentScope,
): readonly [name: string, value: AccessField, salt: string][] {
  const names = Object.keys(fields).sort();
  const entry = JSON.stringify([chain, fields['id']]);
  const salts = Buffer.from(hkdfSync('sha256', secret, '', entry, SALT * names.length));
  return names.map((name, place) => {
    const salt = salts.toString('base64url', place * SALT, (place + 1) * SALT);
    return [name, fields[name]!, salt];
  });
}

function digestOf(salt: string, name: string, value: AccessField): string {
  return hash('sha256', JSON.stringify([salt, name, value]), 'base64url');
}

function overDigests(digests: readonly (readonly [name: string, digest: string])[]): Buffer {
  return hash('sha256', JSON.stringify(digests), 'buffer');
}
