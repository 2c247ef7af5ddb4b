import { type Assistance, type AssistanceStore } from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { type Selectable, sql } from 'kysely';
import { type Database, timestamptz } from './database.js';
import { type AssistanceTable } from './schema.js';

const END = sql<Instant>`least(until, ended_at)`;

/** Assistances in Postgres. */
export class PostgresAssistanceStore implements AssistanceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add({ id, caseworker, authority, person, identified, reason, ...rest }: Assistance): Promise<void> {
    const row = {
      assistance_id: id,
      caseworker_id: caseworker,
      authority,
      person_id: person,
      identified,
      received_on: rest.receivedOn ?? null,
      reason,
      since: timestamptz(rest.from),
      until: timestamptz(rest.until),
      ended_at: rest.ended === undefined ? null : timestamptz(rest.ended),
    };
    await this.#database.kysely.insertInto('assistance').values(row).execute();
  }

  async find(id: string): Promise<Assistance | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await this.#database.kysely
      .selectFrom('assistance')
      .selectAll()
      .where('assistance_id', '=', id)
      .executeTakeFirst();
    return row && assistanceOf(row);
  }

  async of(caseworker: string, after: Instant): Promise<readonly Assistance[]> {
    if (!isUuid(caseworker)) return [];
    const rows = await this.#database.kysely
      .selectFrom('assistance')
      .selectAll()
      .where('caseworker_id', '=', caseworker)
      .where(END, '>', timestamptz(after))
      .orderBy('since', 'desc')
      .execute();
    return rows.map(assistanceOf);
  }

  async end(id: string, caseworker: string, at: Instant): Promise<boolean> {
    if (!isUuid(id)) return false;
    const { numUpdatedRows } = await this.#database.kysely
      .updateTable('assistance')
      .set({ ended_at: timestamptz(at) })
      .where('assistance_id', '=', id)
      .where('caseworker_id', '=', caseworker)
      .where(END, '>', timestamptz(at))
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }
}

function assistanceOf(row: Selectable<AssistanceTable>): Assistance {
  const { assistance_id: id, caseworker_id: caseworker, authority, person_id: person, identified } = row;
  return {
    id,
    caseworker,
    authority,
    person,
    identified,
    ...(row.received_on !== null && { receivedOn: row.received_on }),
    reason: row.reason,
    from: row.since,
    until: row.until,
    ...(row.ended_at !== null && { ended: row.ended_at }),
  };
}
