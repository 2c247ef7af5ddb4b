import { createHash, createHmac } from 'node:crypto';
import { type AccessField, type AccessFields } from './access-fields.js';

/** A field as a proof shows it: what it says and the key to its digest, or the digest alone. */
export type ShownField = { readonly value: AccessField; readonly key: string } | { readonly digest: string };

/** The fields of an entry, in alphabetical order of their names. */
export type ShownFields = Readonly<Record<string, ShownField>>;

/** Where an entry is committed: the secret of its journey, and a chain. */
export interface CommitmentScope {
  /** 32 bytes; erased with the journey. */
  readonly secret: Buffer;
  readonly chain: string;
}

/**
 * *Selective disclosure* (as in SD-JWT, RFC 9901): each field has a keyed digest of its own, so that an entry can be proven in part; and
 * none of them can be guessed once the secret is gone.
 *
 * @param shows whether a field is told
 */
export function shownFields(
  fields: AccessFields,
  { secret, chain }: CommitmentScope,
  shows: (name: string) => boolean,
): ShownFields {
  const shown = Object.keys(fields)
    .sort()
    .map((name): [string, ShownField] => {
      const value = fields[name]!;
      const key = createHmac('sha256', secret)
        .update(JSON.stringify([chain, fields['id'], name]))
        .digest();
      if (shows(name)) return [name, { value, key: key.toString('base64url') }];
      return [name, { digest: digestOf(name, value, key).toString('base64url') }];
    });
  return Object.fromEntries(shown);
}

/** What a chain holds of an entry, 32 bytes: SHA-256 over the names and digests of its fields. */
export function commitmentTo(shown: ShownFields): Buffer {
  const hash = createHash('sha256');
  for (const name of Object.keys(shown).sort()) {
    const field = shown[name]!;
    const digest =
      'digest' in field
        ? Buffer.from(field.digest, 'base64url')
        : digestOf(name, field.value, Buffer.from(field.key, 'base64url'));
    hash.update(JSON.stringify([name, digest.toString('base64url')]));
  }
  return hash.digest();
}

function digestOf(name: string, value: AccessField, key: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([name, value]))
    .digest();
}
