import { type KeyObject, randomBytes } from 'node:crypto';
import { type Database } from '../database.js';
import { type MasterKeys, placeOfSecret } from './master-keys.js';

/** A secret of the system itself: the first process made it, and all others read it (decisions/0006). */
export class StoredSecret {
  #key: Promise<KeyObject> | undefined;
  readonly #database: Database;
  readonly #masterKeys: MasterKeys;
  readonly #name: string;

  constructor(database: Database, masterKeys: MasterKeys, name: string) {
    this.#database = database;
    this.#masterKeys = masterKeys;
    this.#name = name;
  }

  async key(): Promise<KeyObject> {
    this.#key ??= this.#read();
    try {
      return await this.#key;
    } catch (error) {
      this.#key = undefined;
      throw error;
    }
  }

  /** Whoever comes first has made it; the others find it. */
  async #read(): Promise<KeyObject> {
    const wrapped = (await this.#find()) ?? (await this.#make());
    return this.#masterKeys.unwrapKey(placeOfSecret(this.#name), wrapped);
  }

  async #make(): Promise<Buffer> {
    const wrapped = this.#masterKeys.wrap(placeOfSecret(this.#name), randomBytes(32));
    await this.#database.kysely
      .insertInto('secret')
      .values({ name: this.#name, wrapped })
      .onConflict(conflict => conflict.column('name').doNothing())
      .execute();
    return (await this.#find())!;
  }

  async #find(): Promise<Buffer | undefined> {
    const row = await this.#database.kysely
      .selectFrom('secret')
      .select('wrapped')
      .where('name', '=', this.#name)
      .executeTakeFirst();
    return row?.wrapped;
  }
}
