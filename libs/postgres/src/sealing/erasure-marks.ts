import { ERASED_KINDS, type ErasedSubject } from '#runtime';
import { open, seal } from './cipher.js';
import { type StoredSecret } from './stored-secret.js';

/**
 * What was erased in a chain, sealed where it stood. Whoever has the list of erasures and the master key can compare the two; no other
 * row tells of it, and no two marks look alike.
 */
export class ErasureMarks {
  readonly #secret: StoredSecret;

  constructor(secret: StoredSecret) {
    this.#secret = secret;
  }

  async mark(place: string, { kind, id }: ErasedSubject): Promise<Buffer> {
    return seal(await this.#secret.key(), place, `${kind} ${id}`);
  }

  /** Undefined when it was not marked at this place. */
  async read(place: string, mark: Buffer): Promise<ErasedSubject | undefined> {
    const key = await this.#secret.key();
    try {
      const [kind, id = ''] = open(key, place, mark).toString().split(' ');
      const erasedKind = ERASED_KINDS.find(word => word === kind);
      return erasedKind && { kind: erasedKind, id };
    } catch {
      return undefined;
    }
  }
}

export function placeOfChain(chain: string): string {
  return `access/${chain}`;
}

export function placeOfEntry(chain: string, number: number): `access/${string}` {
  return `access/${chain}/${number}`;
}
