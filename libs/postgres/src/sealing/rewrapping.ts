import { type Database } from '../database.js';
import { CprSeal } from './cpr-seal.js';
import { placeOfJourneyKey } from './journey-keys.js';
import {
  placeOfHeadKey,
  placeOfRemark,
  placeOfSecondChannel,
  placeOfSecret,
  placeOfSentText,
  placeOfSigningKey,
  type MasterKeys,
} from './master-keys.js';

/** A column wrapped under a master key. */
interface WrappedColumn {
  readonly table:
    | 'journey_key'
    | 'person'
    | 'secret'
    | 'signing_key'
    | 'head_key'
    | 'feedback'
    | 'second_channel'
    | 'sent_text';
  readonly id: string;
  readonly type: 'uuid' | 'text';
  readonly wrapped: string;
}

interface WrappedTable extends WrappedColumn {
  /** Column of the blind index, which also depends on the master key. */
  readonly lookup?: string;
  readonly rewrap: (id: string, wrapped: Buffer) => { readonly wrapped: Buffer; readonly lookup?: Buffer };
}

/** Columns that are wrapped each for its place, and nothing more. */
const WRAPPED: readonly (readonly [(id: string) => string, WrappedColumn])[] = [
  [placeOfJourneyKey, { table: 'journey_key', id: 'journey_id', type: 'uuid', wrapped: 'wrapped' }],
  [placeOfSecret, { table: 'secret', id: 'name', type: 'text', wrapped: 'wrapped' }],
  [placeOfSecondChannel, { table: 'second_channel', id: 'person_id', type: 'uuid', wrapped: 'sealed' }],
  [placeOfSentText, { table: 'sent_text', id: 'text_id', type: 'uuid', wrapped: 'sealed' }],
  [placeOfRemark, { table: 'feedback', id: 'feedback_id', type: 'uuid', wrapped: 'remark' }],
  [placeOfSigningKey, { table: 'signing_key', id: 'key_id', type: 'text', wrapped: 'wrapped' }],
  [placeOfHeadKey, { table: 'head_key', id: 'key_id', type: 'text', wrapped: 'wrapped' }],
];

const BATCH = 500;

/**
 * Key rotation: wraps again everything that stands under another master key than the first, so that the others can be retired.
 * Safe to stop, to repeat, and beside processes that know both keys: each row is replaced only while it is what was read
 * (compare-and-swap), and what those processes hold opens with either key.
 */
export class Rewrapping {
  readonly #database: Database;
  readonly #inUse: Buffer;
  readonly #tables: readonly WrappedTable[];
  readonly #batch: number;

  constructor(database: Database, masterKeys: MasterKeys, batch = BATCH) {
    this.#database = database;
    this.#inUse = masterKeys.idInUse;
    this.#batch = batch;
    const cpr = new CprSeal(masterKeys);
    this.#tables = [
      ...WRAPPED.map(([placeOf, column]): WrappedTable => {
        const again = (place: string, wrapped: Buffer) =>
          masterKeys.wrap(place, masterKeys.unwrap(place, wrapped));
        return { ...column, rewrap: (id, wrapped) => ({ wrapped: again(placeOf(id), wrapped) }) };
      }),
      {
        table: 'person',
        id: 'person_id',
        type: 'uuid',
        wrapped: 'cpr',
        lookup: 'cpr_hmac',
        rewrap: (person, wrapped) => {
          const number = cpr.open(person, wrapped);
          return { wrapped: cpr.seal(person, number), lookup: cpr.lookups(number)[0]! };
        },
      },
    ];
  }

  /** How many rows stand under another master key than the first. */
  async remaining(): Promise<number> {
    let remaining = 0;
    for (const { table, wrapped } of this.#tables) {
      const text = `select count(*) as rows from ${table} where substring(${wrapped} from 1 for 4) <> $1`;
      const { rows } = await this.#database.pool.query<{ rows: number }>({ text, values: [this.#inUse] });
      remaining += rows[0]!.rows;
    }
    return remaining;
  }

  /**
   * Yields the number of rows wrapped again, batch by batch.
   *
   * @throws Error naming the master key that a row needs and that is not here
   */
  async *run(): AsyncGenerator<number, void> {
    for (const table of this.#tables) {
      let after: string | undefined;
      do {
        const rows = await this.#stale(table, after);
        if (rows.length > 0) yield await this.#replace(table, rows);
        after = rows.at(-1)?.id;
      } while (after !== undefined);
    }
  }

  async #stale(
    { table, id, type, wrapped }: WrappedTable,
    after: string | undefined,
  ): Promise<readonly { readonly id: string; readonly wrapped: Buffer }[]> {
    const text = `select ${id} as id, ${wrapped} as wrapped from ${table}
      where substring(${wrapped} from 1 for 4) <> $1 and ($2::${type} is null or ${id} > $2::${type})
      order by ${id} limit $3`;
    const values = [this.#inUse, after ?? null, this.#batch];
    const { rows } = await this.#database.pool.query<{ id: string; wrapped: Buffer }>({ text, values });
    return rows;
  }

  async #replace(
    { table, id, type, wrapped, lookup, rewrap }: WrappedTable,
    rows: readonly { readonly id: string; readonly wrapped: Buffer }[],
  ): Promise<number> {
    const replaced = rows.map(row => rewrap(row.id, row.wrapped));
    const text = `update ${table} t set ${wrapped} = n.wrapped${lookup === undefined ? '' : `, ${lookup} = n.lookup`}
      from unnest($1::${type}[], $2::bytea[], $3::bytea[], $4::bytea[]) as n (id, was, wrapped, lookup)
      where t.${id} = n.id and t.${wrapped} = n.was`;
    const values = [
      rows.map(row => row.id),
      rows.map(row => row.wrapped),
      replaced.map(row => row.wrapped),
      replaced.map(row => row.lookup ?? null),
    ];
    const { rowCount } = await this.#database.pool.query({ text, values });
    return rowCount ?? 0;
  }
}
