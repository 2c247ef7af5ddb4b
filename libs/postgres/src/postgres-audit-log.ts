import {
  type AuditAction,
  type AuditEntry,
  type AuditFilter,
  type AuditLog,
  type AuditRecord,
} from '#runtime';
import { sql } from 'kysely';
import { type Database, timestamptz } from './database.js';

/** Audit trail in Postgres. */
export class PostgresAuditLog implements AuditLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async append({ at, actor, action, subjects, reason }: AuditEntry): Promise<string> {
    const { entry } = await this.#database.kysely
      .insertInto('audit')
      .values({ at: timestamptz(at), actor, action, subjects: [...subjects], reason: reason ?? null })
      .returning('entry')
      .executeTakeFirstOrThrow();
    return String(entry);
  }

  async conclude(id: string, outcome: string, subjects: readonly string[] = []): Promise<void> {
    await this.#database.kysely
      .updateTable('audit')
      .set({
        outcome,
        subjects: sql<string[]>`subjects || ${subjects}::text[]`,
        // Whom it turned out to be about is chained as well.
        recorded: sql<number>`pg_current_xact_id()::text::bigint`,
      })
      .where('entry', '=', Number(id))
      .where('outcome', 'is', null)
      .execute();
  }

  async page({
    actor,
    role,
    action,
    subject,
    from,
    before,
    after,
    limit,
  }: AuditFilter): Promise<readonly AuditRecord[]> {
    let query = this.#database.kysely.selectFrom('audit').selectAll();
    if (actor !== undefined) query = query.where('actor', '=', actor);
    if (role !== undefined) query = query.where(sql`split_part(actor, ':', 1)`, '=', role);
    if (from !== undefined) query = query.where('at', '>=', timestamptz(from));
    if (before !== undefined) query = query.where('at', '<', timestamptz(before));
    if (action !== undefined) query = query.where('action', '=', action);
    if (subject !== undefined) query = query.where(sql<boolean>`subjects @> ${[subject]}::text[]`);
    if (after !== undefined) {
      query = query.where(sql<boolean>`(at, entry) < (${timestamptz(after.at)}, ${Number(after.id)})`);
    }
    const rows = await query.orderBy('at', 'desc').orderBy('entry', 'desc').limit(limit).execute();
    return rows.map(({ entry, at, actor: by, action: what, subjects, reason, outcome }) => ({
      id: String(entry),
      at,
      actor: by,
      action: what as AuditAction,
      subjects,
      ...(reason !== null && { reason }),
      ...(outcome !== null && { outcome }),
    }));
  }
}
