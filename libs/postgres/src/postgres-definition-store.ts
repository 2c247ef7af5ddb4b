import type { DefinitionStore, StoredDefinition } from '#runtime';
import type { Database } from './database.js';
import { reaching } from './postgres-failure.js';

/** Published definitions in Postgres. */
export class PostgresDefinitionStore implements DefinitionStore {
  constructor(private readonly database: Database) {}

  async publish({ hash, id, effective, sources }: StoredDefinition): Promise<void> {
    await reaching(
      this.database.kysely
        .insertInto('definition')
        .values({ hash, id, effective, sources: JSON.stringify(sources) })
        .onConflict(conflict => conflict.column('hash').doNothing())
        .execute(),
    );
  }

  async find(hash: string): Promise<StoredDefinition | undefined> {
    return reaching(
      this.database.kysely
        .selectFrom('definition')
        .select(['hash', 'id', 'effective', 'sources'])
        .where('hash', '=', hash)
        .executeTakeFirst(),
    );
  }

  async list(): Promise<readonly Omit<StoredDefinition, 'sources'>[]> {
    return reaching(
      this.database.kysely
        .selectFrom('definition')
        .distinctOn(['id', 'effective'])
        .select(['hash', 'id', 'effective'])
        .orderBy('id')
        .orderBy('effective')
        .orderBy('publication', 'desc')
        .execute(),
    );
  }
}
