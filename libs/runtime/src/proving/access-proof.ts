import { type JsonWebKey } from 'node:crypto';
import { firstLink, nextLink } from './chain-link.js';
import { commitmentTo, type ShownFields } from './commitment.js';
import { headKeyId, verifiedHead } from './signed-head.js';

export const PROOF_FORMAT = 'overgang-access-proof-1';

/** An entry of a proof: its fields as far as they are told, or its commitment alone. */
export interface ProvenEntry {
  readonly number: number;
  /** Absent when nothing of it is told. */
  readonly fields?: ShownFields;
  /** Base64url; absent when it follows from the fields. */
  readonly commitment?: string;
}

/** The end of a chain, with all that it takes to check it without us. */
export interface AccessProof {
  readonly format: typeof PROOF_FORMAT;
  readonly chain: string;
  /** How many entries come before the first here, and the link of the last of those, base64url. */
  readonly after: { readonly number: number; readonly link: string };
  readonly entries: readonly ProvenEntry[];
  /** JWS over the number and link of the last entry, see {@link ChainHead}. */
  readonly head: string;
  /** Public keys (RFC 7517). They are ours if they stand among those that we publish. */
  readonly keys: readonly JsonWebKey[];
}

export type ProofReport =
  | {
      readonly kind: 'proven';
      readonly entries: number;
      /** Of how many of these all or some fields are told. */
      readonly told: number;
      /** ISO 8601. */
      readonly signedAt: string;
      /** Thumbprint (RFC 7638) of the key that signed. */
      readonly key: string;
    }
  | { readonly kind: 'broken'; readonly number: number }
  /** The head is not signed by one of the keys, or is of other entries. */
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'unreadable' };

/** Checks a proof offline. Whether its keys are ours is for the reader to compare. */
export function checkProof(text: string): ProofReport {
  try {
    return reportOn(JSON.parse(text) as AccessProof);
  } catch {
    return { kind: 'unreadable' };
  }
}

function reportOn({ format, chain, after, entries, head, keys }: AccessProof): ProofReport {
  if (format !== PROOF_FORMAT) return { kind: 'unreadable' };
  let number = after.number;
  let link: Buffer = Buffer.from(after.link, 'base64url');
  if (number === 0 && !link.equals(firstLink(chain))) return { kind: 'broken', number: 1 };
  for (const entry of entries) {
    number += 1;
    if (entry.number !== number) return { kind: 'broken', number };
    link = nextLink(link, number, commitmentOf(entry));
  }
  // Under its thumbprint, not under the name that the file gives it.
  const known = new Map(keys.map(key => [headKeyId(key), key]));
  let signedBy = '';
  const signed = verifiedHead(head, id => known.get((signedBy = id)));
  if (signed?.chain !== chain || signed.entries !== number || signed.link !== link.toString('base64url')) {
    return { kind: 'unsigned' };
  }
  const told = entries.filter(({ fields }) => fields).length;
  return { kind: 'proven', entries: entries.length, told, signedAt: signed.at, key: signedBy };
}

function commitmentOf({ fields, commitment = '' }: ProvenEntry): Buffer {
  return fields ? commitmentTo(fields) : Buffer.from(commitment, 'base64url');
}
