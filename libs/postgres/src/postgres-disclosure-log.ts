import { iso } from '#calendar';
import { type AccessFilter, type AccessRecord, type DisclosureLog, HELPING_ACTS, LOOKS } from '#runtime';
import { isUuid } from '#schema';
import { accessRecord, type AccessRow } from './access-row.js';
import { PLACES_OF_PERSON, SOURCE_COLUMNS, SOURCE_TABLES } from './access-sources.js';
import { type Database } from './database.js';
import { type MasterKeys } from './sealing/master-keys.js';

const STATEMENT = /* sql */ `
with place as (${PLACES_OF_PERSON}), page as (
  select * from place
  where $5::timestamptz is null or (at, id collate "C") < ($5, $6::text)
  order by at desc, id collate "C" desc
  limit $7
)
select ${SOURCE_COLUMNS}
from page p
left join journey j on j.journey_id = p.journey
${SOURCE_TABLES}
order by p.at desc, p.id collate "C" desc`;

/** Access log of personal data, in Postgres: one statement over the outbox, the audit trail, assistances and texts. */
export class PostgresDisclosureLog implements DisclosureLog {
  readonly #database: Database;
  readonly #keys: MasterKeys;

  constructor(database: Database, keys: MasterKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async page({ person, journey, after, limit }: AccessFilter): Promise<readonly AccessRecord[]> {
    if (journey !== undefined && !isUuid(journey)) return [];
    const place = after ? [iso(after.at), after.id] : [null, null];
    const { rows } = await this.#database.pool.query<AccessRow>({
      name: 'access to data',
      text: STATEMENT,
      values: [person, journey ?? null, LOOKS, HELPING_ACTS, ...place, limit],
    });
    return rows.map(row => accessRecord(row, this.#keys));
  }
}
