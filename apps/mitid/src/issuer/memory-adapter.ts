import { LRUCache } from 'lru-cache';
import { type Adapter, type AdapterFactory, type AdapterPayload } from 'oidc-provider';

const MOST = 10_000;

type Kept = LRUCache<string, AdapterPayload>;

/** What the provider remembers, in memory: after a restart everybody signs in anew. */
export class MemoryAdapter implements Adapter {
  readonly #model: string;
  readonly #kept: Kept;

  private constructor(model: string, kept: Kept) {
    this.#model = model;
    this.#kept = kept;
  }

  /** Of each model of one provider. */
  static forProvider(): AdapterFactory {
    const kept: Kept = new LRUCache({ max: MOST });
    return model => new MemoryAdapter(model, kept);
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.#kept.set(this.#key(id), payload, expiresIn === undefined ? {} : { ttl: expiresIn * 1_000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#kept.get(this.#key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#all().find(([, payload]) => payload.uid === uid)?.[1];
  }

  /** Devices do not sign in here. */
  async findByUserCode(): Promise<undefined> {}

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) payload['consumed'] = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    this.#kept.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of this.#all()) if (payload.grantId === grantId) this.#kept.delete(key);
  }

  #all(): readonly (readonly [string, AdapterPayload])[] {
    return [...this.#kept.entries()].filter(([key]) => key.startsWith(`${this.#model}:`));
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }
}
