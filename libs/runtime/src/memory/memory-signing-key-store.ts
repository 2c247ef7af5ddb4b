import { type SigningKeyStore, type StoredSigningKey } from '../ports.js';

/** Signing keys in memory, for tests. */
export class MemorySigningKeyStore implements SigningKeyStore {
  #keys: readonly StoredSigningKey[] = [];

  async all(): Promise<readonly StoredSigningKey[]> {
    return this.#keys;
  }

  async add(key: StoredSigningKey): Promise<void> {
    if (this.#keys.some(({ generation }) => generation === key.generation)) return;
    this.#keys = [key, ...this.#keys.filter(({ generation }) => generation >= key.generation - 1)];
  }
}
