import type { DefinitionStore, StoredDefinition } from '../ports.js';

/** Published definitions in memory. */
export class MemoryDefinitionStore implements DefinitionStore {
  /** By hash, in the order they were published. */
  readonly #published = new Map<string, StoredDefinition>();

  async publish(definition: StoredDefinition): Promise<void> {
    if (!this.#published.has(definition.hash))
      this.#published.set(definition.hash, structuredClone(definition));
  }

  async find(hash: string): Promise<StoredDefinition | undefined> {
    return structuredClone(this.#published.get(hash));
  }

  async list(): Promise<readonly Omit<StoredDefinition, 'sources'>[]> {
    const latest = new Map<string, Omit<StoredDefinition, 'sources'>>();
    for (const { hash, id, effective } of this.#published.values()) {
      latest.set(`${effective} ${id}`, { hash, id, effective });
    }
    return [...latest.values()];
  }
}
