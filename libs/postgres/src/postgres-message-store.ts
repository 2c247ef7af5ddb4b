import { type Language } from '#journey';
import {
  type DeliverySettlement,
  type MessageFilter,
  type MessageRecord,
  type MessageStore,
  type PageRequest,
  parseDispatchId,
  placeOfMessage,
} from '#runtime';
import { iso } from '#calendar';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { sql } from 'kysely';
import { type Database, timestamptz } from './database.js';
import { messageRecord, type MessageRow } from './message-record.js';
import { type JourneyKeys } from './sealing/journey-keys.js';

/** Language and subject are fixed by the first who asks; whoever asks at the same moment waits for them, and gets theirs. */
const ADDRESS = /* sql */ `
with chosen as (
  update message m
  set language = coalesce(m.language, (select s.language from person_setting s where s.person_id = m.person_id), 'da'),
    labelled = coalesce(m.labelled, exists (
      select from participant p
      join journey other using (journey_id)
      join journey own on own.journey_id = m.journey_id
      where p.person_id = m.person_id and p.journey_id <> m.journey_id and p.until is null
        and other.definition = own.definition and other.status in ('active', 'held')
    ))
  where m.journey_id = $1 and m.seq = $2 and m.item = $3
  returning m.*
)
select m.*, j.definition, j.hash, k.wrapped
from chosen m
left join journey j on j.journey_id = m.journey_id
left join journey_key k on k.journey_id = m.journey_id`;

/** From which statuses a delivery ends, by what it ends as. */
const FROM = {
  answered: `(d.settled_at is null or d.status = 'stopped')`,
  refused: `(d.settled_at is null or d.status in ('stopped', 'answered'))`,
  stopped: `d.settled_at is null`,
} as const;

const settling = (from: string): string => /* sql */ `
with ended as (
  update dispatch d
  set status = $4, settled_at = $5::timestamptz, ring_at = null
  where d.journey_id = $1 and d.seq = $6::integer and ${from}
  returning 1
)
update message m
set status = $7, way = coalesce($8, m.way), received_on = coalesce($9::date, m.received_on), returned = $10
where m.journey_id = $1 and m.seq = $2 and m.item = $3 and exists (select from ended)`;

/** Mailboxes in Postgres. Content is encrypted with each journey's own key. */
export class PostgresMessageStore implements MessageStore {
  readonly #database: Database;
  readonly #keys: JourneyKeys;

  constructor(database: Database, keys: JourneyKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async find(journey: string, number: number, person: string): Promise<MessageRecord | undefined> {
    if (!isUuid(journey) || !isUuid(person)) return undefined;
    const { entry, item } = placeOfMessage(number);
    const row = await this.#ofPerson(person)
      .where('m.journey_id', '=', journey)
      .where('m.seq', '=', entry)
      .where('m.item', '=', item)
      .executeTakeFirst();
    return row && messageRecord(row, this.#keys);
  }

  async pageOf(
    person: string,
    { journey, unread }: MessageFilter,
    { after, limit }: PageRequest,
  ): Promise<readonly MessageRecord[]> {
    if (!isUuid(person) || (journey !== undefined && !isUuid(journey))) return [];
    let query = this.#ofPerson(person);
    if (journey !== undefined) query = query.where('m.journey_id', '=', journey);
    if (unread === true) query = query.where('m.read_at', 'is', null);
    if (after !== undefined) {
      const last = parseDispatchId(after.id);
      if (!last || !isUuid(last.journey)) return [];
      const { entry, item } = placeOfMessage(-last.seq);
      query = query.where(
        sql<boolean>`(m.at, m.journey_id, m.seq, m.item) <
          (${timestamptz(after.at)}, ${last.journey}::uuid, ${entry}::integer, ${item}::integer)`,
      );
    }
    const rows = await query
      .orderBy('m.at', 'desc')
      .orderBy('m.journey_id', 'desc')
      .orderBy('m.seq', 'desc')
      .orderBy('m.item', 'desc')
      .limit(limit)
      .execute();
    return rows.map(row => messageRecord(row, this.#keys));
  }

  async markRead(journey: string, number: number, person: string, at: Instant): Promise<boolean> {
    if (!isUuid(journey) || !isUuid(person)) return false;
    const { entry, item } = placeOfMessage(number);
    const { numUpdatedRows } = await this.#database.kysely
      .updateTable('message')
      .set({ read_at: sql<Instant>`coalesce(read_at, ${iso(at)}::timestamptz)` })
      .where('journey_id', '=', journey)
      .where('seq', '=', entry)
      .where('item', '=', item)
      .where('person_id', '=', person)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async address(
    journey: string,
    number: number,
  ): Promise<(MessageRecord & { readonly language: Language }) | undefined> {
    if (!isUuid(journey)) return undefined;
    const { entry, item } = placeOfMessage(number);
    const query = { name: 'address message', text: ADDRESS, values: [journey, entry, item] };
    const { rows } = await this.#database.byKey.query<MessageRow & { readonly language: Language }>(query);
    const [row] = rows;
    return row && { ...messageRecord(row, this.#keys), language: row.language };
  }

  async settle(journey: string, number: number, settlement: DeliverySettlement): Promise<boolean> {
    if (!isUuid(journey)) return false;
    const { entry, item } = placeOfMessage(number);
    const { at, dispatch, message, way, receivedOn, returned } = settlement;
    const query = {
      name: `settle delivery ${dispatch}`,
      text: settling(FROM[dispatch]),
      values: [journey, entry, item, dispatch, iso(at), -number, message, way, receivedOn, returned],
    };
    const { rowCount } = await this.#database.byKey.query(query);
    return (rowCount ?? 0) > 0;
  }

  #ofPerson(person: string) {
    return this.#database.kysely
      .selectFrom('message as m')
      .leftJoin('journey as j', 'j.journey_id', 'm.journey_id')
      .leftJoin('journey_key as k', 'k.journey_id', 'm.journey_id')
      .selectAll('m')
      .select(['j.definition', 'j.hash', 'k.wrapped'])
      .where('m.person_id', '=', person);
  }
}
