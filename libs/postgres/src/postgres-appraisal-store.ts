import { sql } from 'kysely';
import { type AppraisalStore, type KeptAppraisal } from '#runtime';
import { type Database } from './database.js';

/** Appraisals in Postgres; a claim is a *lease*, which needs no connection of its own while minutes go by. */
export class PostgresAppraisalStore implements AppraisalStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(digest: string): Promise<KeptAppraisal | undefined> {
    const row = await this.#database.kysely
      .selectFrom('appraisal')
      .select(['beside', 'found'])
      .where('digest', '=', digest)
      .executeTakeFirst();
    // The two are given together; a constraint says so.
    return row?.beside ? { beside: row.beside, found: row.found } : undefined;
  }

  async claim(digest: string, seconds: number): Promise<boolean> {
    const claimed = await sql`
        insert into appraisal (digest, claimed_until) values (${digest}, now() + make_interval(secs => ${seconds}))
        on conflict (digest) do update set claimed_until = excluded.claimed_until
        where appraisal.claimed_until <= now()
        returning digest
      `.execute(this.#database.kysely);
    return claimed.rows.length > 0;
  }

  async keep(digest: string, { beside, found }: KeptAppraisal): Promise<void> {
    const row = {
      claimed_until: sql<never>`now()`,
      beside: JSON.stringify(beside),
      found: JSON.stringify(found),
    };
    await this.#database.kysely
      .insertInto('appraisal')
      .values({ digest, ...row })
      .onConflict(conflict => conflict.column('digest').doUpdateSet(row))
      .execute();
  }

  async giveBack(digest: string): Promise<void> {
    await this.#database.kysely
      .updateTable('appraisal')
      .set({ claimed_until: sql<never>`now()` })
      .where('digest', '=', digest)
      .execute();
  }
}
