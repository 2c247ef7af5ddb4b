import { type JsonWebKey } from 'node:crypto';
import { type HeadKeyStore, type StoredHeadKey } from '#runtime';
import { type Database, timestamptz } from './database.js';
import { placeOfHeadKey, type MasterKeys } from './sealing/master-keys.js';

/** Keys of the heads of chains in Postgres, the private one wrapped with a master key. */
export class PostgresHeadKeyStore implements HeadKeyStore {
  readonly #database: Database;
  readonly #masterKeys: MasterKeys;

  constructor(database: Database, masterKeys: MasterKeys) {
    this.#database = database;
    this.#masterKeys = masterKeys;
  }

  async all(): Promise<readonly StoredHeadKey[]> {
    const rows = await this.#database.kysely
      .selectFrom('head_key')
      .selectAll()
      .orderBy('generation', 'desc')
      .execute();
    return rows.map(({ generation, key_id: id, public: jwk, wrapped, made_at: madeAt }) => ({
      generation,
      id,
      public: jwk,
      ...(wrapped && {
        private: JSON.parse(this.#masterKeys.unwrap(placeOfHeadKey(id), wrapped).toString()) as JsonWebKey,
      }),
      madeAt,
    }));
  }

  async add({
    generation,
    id,
    public: jwk,
    private: secret,
    madeAt,
  }: Required<StoredHeadKey>): Promise<void> {
    const { kysely } = this.#database;
    const wrapped = this.#masterKeys.wrap(placeOfHeadKey(id), Buffer.from(JSON.stringify(secret)));
    await kysely
      .insertInto('head_key')
      .values({
        generation,
        key_id: id,
        public: JSON.stringify(jwk),
        wrapped,
        made_at: timestamptz(madeAt),
      })
      .onConflict(conflict => conflict.column('generation').doNothing())
      .execute();
    await kysely
      .updateTable('head_key')
      .set({ wrapped: null })
      .where('generation', '<', generation)
      .execute();
  }
}
