import { type Clearance, type DefinitionStore, type Publication, type StoredDefinition } from '../ports.js';

/** Published definitions in memory. */
export class MemoryDefinitionStore implements DefinitionStore {
  /** By hash, in the order they were published. */
  readonly #published = new Map<string, StoredDefinition>();
  readonly #publications = new Map<string, Publication>();
  readonly #cleared = new Map<string, Clearance>();

  async publish(definition: StoredDefinition, by = 'system'): Promise<void> {
    const { sources: _, ...version } = definition;
    const { hash } = version;
    if (this.#published.has(hash)) return;
    this.#published.set(hash, structuredClone(definition));
    this.#publications.set(hash, { ...version, publishedAt: Date.now(), publishedBy: by });
  }

  async find(hash: string): Promise<StoredDefinition | undefined> {
    return structuredClone(this.#published.get(hash));
  }

  async list(): Promise<readonly Omit<StoredDefinition, 'sources'>[]> {
    const latest = new Map<string, Omit<StoredDefinition, 'sources'>>();
    for (const { publishedAt: _, publishedBy: _by, withdrawn, ...version } of this.#publications.values()) {
      if (!withdrawn) latest.set(`${version.effective} ${version.id}`, version);
    }
    return [...latest.values()];
  }

  async publications(): Promise<readonly Publication[]> {
    return [...this.#publications.values()].sort(
      (a, b) => compare(a.id, b.id) || compare(a.effective, b.effective),
    );
  }

  async withdraw(hash: string, by: string, reason: string): Promise<boolean> {
    const known = this.#publications.get(hash);
    if (known && !known.withdrawn) {
      this.#publications.set(hash, { ...known, withdrawn: { at: Date.now(), by, reason } });
    }
    return known !== undefined;
  }

  async reinstate(hash: string): Promise<void> {
    const known = this.#publications.get(hash);
    if (!known) return;
    const { withdrawn: _, ...standing } = known;
    this.#publications.set(hash, standing);
  }

  async clearance(digest: string): Promise<Clearance | undefined> {
    return structuredClone(this.#cleared.get(digest));
  }

  async clear(clearance: Clearance): Promise<void> {
    this.#cleared.set(clearance.digest, structuredClone(clearance));
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
