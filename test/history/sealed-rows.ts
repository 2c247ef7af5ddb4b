import type pg from 'pg';
import { migrate } from '#postgres';
import { type Disclosure, type DispatchRecord } from '#runtime';
import { type Json } from '#statechart';
import { readMigrations } from '../../libs/postgres/src/migrating/migrations.js';
import { type SealedRows } from './history-files.js';

/** The tables that hold a journey. */
const TABLES = ['journey', 'journey_key', 'journal', 'dispatch', 'timer', 'participant', 'draft', 'message'];

type Row = Readonly<Record<string, Json>>;

/** Everything that stands in Postgres of these journeys, as it stands there. */
export async function sealedRows(
  postgres: pg.Client,
  journeys: readonly string[],
): Promise<Readonly<Record<string, readonly Row[]>>> {
  const tables: Record<string, readonly Row[]> = {};
  for (const table of TABLES) {
    const { rows } = await postgres.query<Record<string, unknown>>(
      `select * from ${table} where journey_id = any($1::uuid[]) order by 1, 2`,
      [journeys],
    );
    tables[table] = rows.map(row =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, asJson(value)])),
    );
  }
  return tables;
}

/** Makes the tables as that version had them, and puts its rows in. */
export async function restoreRows(postgres: pg.Client, url: string, sealed: SealedRows): Promise<void> {
  await migrate(url, (await readMigrations()).slice(0, sealed.migrations));
  for (const [table, rows] of Object.entries(sealed.tables)) {
    for (const row of rows) {
      const columns = Object.keys(row);
      const places = columns.map((_, index) => `$${index + 1}`);
      await postgres.query(
        `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
        columns.map(column => fromJson(row[column]!)),
      );
    }
  }
}

/** A dispatch with what it discloses; before migration 9 that stood in a table of its own. */
export function withDisclosure(sealed: SealedRows, dispatch: DispatchRecord): DispatchRecord {
  const { journey, seq } = dispatch;
  const row = sealed.tables['disclosure']?.find(
    ({ journey_id: of, dispatch_seq: asked }) => of === journey && asked === seq,
  );
  if (!row) return dispatch;
  const { persons, categories, ground } = row;
  return { ...dispatch, disclosure: { persons, categories, ground } as unknown as Disclosure };
}

function asJson(value: unknown): Json {
  return Buffer.isBuffer(value) ? { base64: value.toString('base64') } : (value as Json);
}

function fromJson(value: Json): unknown {
  const { base64 } = (value ?? {}) as { readonly base64?: string };
  return base64 === undefined ? value : Buffer.from(base64, 'base64');
}
