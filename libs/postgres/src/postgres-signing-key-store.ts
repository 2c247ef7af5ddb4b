import { type SigningKeyStore, type StoredSigningKey } from '#runtime';
import { type Json } from '#statechart';
import { type Database, timestamptz } from './database.js';
import { placeOfSigningKey, type MasterKeys } from './sealing/master-keys.js';

/** Signing keys in Postgres, each wrapped with a master key. */
export class PostgresSigningKeyStore implements SigningKeyStore {
  readonly #database: Database;
  readonly #masterKeys: MasterKeys;

  constructor(database: Database, masterKeys: MasterKeys) {
    this.#database = database;
    this.#masterKeys = masterKeys;
  }

  async all(): Promise<readonly StoredSigningKey[]> {
    const rows = await this.#database.kysely
      .selectFrom('signing_key')
      .selectAll()
      .orderBy('generation', 'desc')
      .execute();
    return rows.map(({ generation, key_id: id, wrapped, made_at: madeAt }) => ({
      generation,
      id,
      jwk: JSON.parse(this.#masterKeys.unwrap(placeOfSigningKey(id), wrapped).toString()) as Json,
      madeAt,
    }));
  }

  async add({ generation, id, jwk, madeAt }: StoredSigningKey): Promise<void> {
    const { kysely } = this.#database;
    const wrapped = this.#masterKeys.wrap(placeOfSigningKey(id), Buffer.from(JSON.stringify(jwk)));
    await kysely
      .insertInto('signing_key')
      .values({ generation, key_id: id, wrapped, made_at: timestamptz(madeAt) })
      .onConflict(conflict => conflict.column('generation').doNothing())
      .execute();
    await kysely
      .deleteFrom('signing_key')
      .where('generation', '<', generation - 1)
      .execute();
  }
}
