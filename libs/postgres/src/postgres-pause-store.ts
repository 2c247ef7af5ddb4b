import type { PauseStore } from '#runtime';
import { sql } from 'kysely';
import type { Database } from './database.js';
import { reaching } from './postgres-failure.js';

/** Paused authorities in Postgres. */
export class PostgresPauseStore implements PauseStore {
  constructor(private readonly database: Database) {}

  async paused(): Promise<readonly string[]> {
    const rows = await reaching(
      this.database.kysely
        .selectFrom('authority_pause')
        .select('authority')
        .where('paused', '=', true)
        .orderBy('authority')
        .execute(),
    );
    return rows.map(({ authority }) => authority);
  }

  async set(authority: string, paused: boolean, reason: string, by: string): Promise<void> {
    await reaching(
      this.database.kysely
        .insertInto('authority_pause')
        .values({ authority, paused, reason, set_by: by, set_at: sql`now()` })
        .onConflict(conflict =>
          conflict.column('authority').doUpdateSet(eb => ({
            paused: eb.ref('excluded.paused'),
            reason: eb.ref('excluded.reason'),
            set_by: eb.ref('excluded.set_by'),
            set_at: eb.ref('excluded.set_at'),
          })),
        )
        .execute(),
    );
  }
}
