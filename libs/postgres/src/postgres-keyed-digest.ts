import { createHmac, type KeyObject, randomBytes } from 'node:crypto';
import { type KeyedDigest } from '#runtime';
import { type Database } from './database.js';
import { withStoreErrors } from './postgres-failure.js';
import { placeOfSecret, type MasterKeys } from './sealing/master-keys.js';

const NAME = 'digest';

/** HMAC-SHA256 under a secret that the first process made and all others read (decisions/0006). */
export class PostgresKeyedDigest implements KeyedDigest {
  #secret: Promise<KeyObject> | undefined;
  readonly #database: Database;
  readonly #masterKeys: MasterKeys;

  constructor(database: Database, masterKeys: MasterKeys) {
    this.#database = database;
    this.#masterKeys = masterKeys;
  }

  async of(text: string): Promise<Buffer> {
    this.#secret ??= this.#read();
    try {
      return createHmac('sha256', await this.#secret)
        .update(text)
        .digest();
    } catch (error) {
      this.#secret = undefined;
      throw error;
    }
  }

  /** Whoever comes first has made it; the others find it. */
  async #read(): Promise<KeyObject> {
    const wrapped = (await this.#find()) ?? (await this.#make());
    return this.#masterKeys.unwrapKey(placeOfSecret(NAME), wrapped);
  }

  async #make(): Promise<Buffer> {
    const wrapped = this.#masterKeys.wrap(placeOfSecret(NAME), randomBytes(32));
    await withStoreErrors(
      this.#database.kysely
        .insertInto('secret')
        .values({ name: NAME, wrapped })
        .onConflict(conflict => conflict.column('name').doNothing())
        .execute(),
    );
    return (await this.#find())!;
  }

  async #find(): Promise<Buffer | undefined> {
    const row = await withStoreErrors(
      this.#database.kysely
        .selectFrom('secret')
        .select('wrapped')
        .where('name', '=', NAME)
        .executeTakeFirst(),
    );
    return row?.wrapped;
  }
}
