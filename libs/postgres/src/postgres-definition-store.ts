import { type Selectable, sql } from 'kysely';
import { type Clearance, type DefinitionStore, type Publication, type StoredDefinition } from '#runtime';
import { type Database } from './database.js';
import { type DefinitionTable } from './schema.js';

/** Registry of published definitions in Postgres. */
export class PostgresDefinitionStore implements DefinitionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async publish(definition: StoredDefinition, by = 'system'): Promise<void> {
    const { hash, id, effective, sources, ownOnly = false } = definition;
    await this.#database.kysely
      .insertInto('definition')
      .values({
        hash,
        id,
        effective,
        sources: JSON.stringify(sources),
        own_only: ownOnly,
        published_by: by,
      })
      .onConflict(conflict => conflict.column('hash').doNothing())
      .execute();
  }

  async find(hash: string): Promise<StoredDefinition | undefined> {
    const row = await this.#database.kysely
      .selectFrom('definition')
      .select(['hash', 'id', 'effective', 'own_only', 'sources'])
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row && { ...versionOf(row), sources: row.sources };
  }

  async list(): Promise<readonly Omit<StoredDefinition, 'sources'>[]> {
    const rows = await this.#database.kysely
      .selectFrom('definition')
      .distinctOn(['id', 'effective'])
      .select(['hash', 'id', 'effective', 'own_only'])
      .where('withdrawn_at', 'is', null)
      .orderBy('id')
      .orderBy('effective')
      .orderBy('publication', 'desc')
      .execute();
    return rows.map(versionOf);
  }

  async publications(): Promise<readonly Publication[]> {
    const rows = await this.#database.kysely
      .selectFrom('definition')
      .select(['hash', 'id', 'effective', 'own_only', 'published_at', 'published_by'])
      .select(['withdrawn_at', 'withdrawn_by', 'withdrawn_because'])
      .orderBy('id')
      .orderBy('effective')
      .orderBy('publication')
      .execute();
    return rows.map(row => ({
      ...versionOf(row),
      publishedAt: row.published_at,
      publishedBy: row.published_by,
      ...(row.withdrawn_at !== null && {
        // The three are given together; a constraint says so.
        withdrawn: { at: row.withdrawn_at, by: row.withdrawn_by!, reason: row.withdrawn_because! },
      }),
    }));
  }

  async withdraw(hash: string, by: string, reason: string): Promise<boolean> {
    const { kysely } = this.#database;
    await kysely
      .updateTable('definition')
      .set({ withdrawn_at: sql`now()`, withdrawn_by: by, withdrawn_because: reason })
      .where('hash', '=', hash)
      .where('withdrawn_at', 'is', null)
      .execute();
    const known = await kysely
      .selectFrom('definition')
      .select('hash')
      .where('hash', '=', hash)
      .executeTakeFirst();
    return known !== undefined;
  }

  async reinstate(hash: string): Promise<void> {
    await this.#database.kysely
      .updateTable('definition')
      .set({ withdrawn_at: null, withdrawn_by: null, withdrawn_because: null })
      .where('hash', '=', hash)
      .execute();
  }

  async clearance(digest: string): Promise<Clearance | undefined> {
    return this.#database.kysely
      .selectFrom('clearance')
      .select(['digest', 'beside', 'versions'])
      .where('digest', '=', digest)
      .executeTakeFirst();
  }

  async clear({ digest, beside, versions }: Clearance): Promise<void> {
    const found = { beside: JSON.stringify(beside), versions: JSON.stringify(versions) };
    await this.#database.kysely
      .insertInto('clearance')
      .values({ digest, ...found })
      .onConflict(conflict => conflict.column('digest').doUpdateSet(found))
      .execute();
  }
}

type VersionRow = Pick<Selectable<DefinitionTable>, 'hash' | 'id' | 'effective' | 'own_only'>;

function versionOf({
  hash,
  id,
  effective,
  own_only: ownOnly,
}: VersionRow): Omit<StoredDefinition, 'sources'> {
  return { hash, id, effective, ...(ownOnly && { ownOnly }) };
}
