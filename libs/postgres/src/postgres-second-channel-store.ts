import { randomUUID } from 'node:crypto';
import {
  CODE_TRIES,
  type SecondChannel,
  type SecondChannelStore,
  type ChannelWay,
  sameSecret,
  type SentCode,
  type SentText,
} from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { type Database, timestamptz } from './database.js';
import { type MasterKeys, placeOfSecondChannel, placeOfSentText } from './sealing/master-keys.js';

/** What is sealed of one: where somebody is reached, and what was sent there to prove it. */
interface SealedChannel {
  readonly address: string;
  /** Gone once it has confirmed. */
  readonly code?: string;
}

/** Second channels of persons in Postgres, sealed. */
export class PostgresSecondChannelStore implements SecondChannelStore {
  readonly #database: Database;
  readonly #keys: MasterKeys;

  constructor(database: Database, keys: MasterKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async find(person: string): Promise<SecondChannel | undefined> {
    if (!isUuid(person)) return undefined;
    const row = await this.#database.kysely
      .selectFrom('second_channel')
      .select(['way', 'sealed', 'confirmed'])
      .where('person_id', '=', person)
      .executeTakeFirst();
    if (!row) return undefined;
    const { address } = this.#opened(person, row.sealed);
    return { way: row.way as ChannelWay, address, confirmed: row.confirmed };
  }

  async save(
    person: string,
    { way, address }: Omit<SecondChannel, 'confirmed'>,
    { code, until }: SentCode,
  ): Promise<void> {
    const row = {
      way,
      sealed: this.#sealed(person, { address, code }),
      confirmed: false,
      code_until: timestamptz(until),
      tries: 0,
    };
    await this.#database.kysely
      .insertInto('second_channel')
      .values({ person_id: person, ...row })
      .onConflict(conflict => conflict.column('person_id').doUpdateSet(row))
      .execute();
  }

  /** The row is held from the reading on, so that tries at the same time are counted one by one. */
  async confirm(person: string, code: string, at: Instant): Promise<boolean> {
    if (!isUuid(person)) return false;
    return this.#database.kysely.transaction().execute(async work => {
      const row = await work
        .selectFrom('second_channel')
        .select(['sealed', 'tries'])
        .where('person_id', '=', person)
        .where('confirmed', '=', false)
        .where('tries', '<', CODE_TRIES)
        .where('code_until', '>', timestamptz(at))
        .forUpdate()
        .executeTakeFirst();
      if (!row) return false;
      const { address, code: sent } = this.#opened(person, row.sealed);
      const confirmed = sent !== undefined && sameSecret(code, sent);
      await work
        .updateTable('second_channel')
        .set({
          tries: row.tries + 1,
          confirmed,
          ...(confirmed && { sealed: this.#sealed(person, { address }) }),
        })
        .where('person_id', '=', person)
        .execute();
      return confirmed;
    });
  }

  async remove(person: string): Promise<void> {
    if (!isUuid(person)) return;
    await this.#database.kysely.deleteFrom('second_channel').where('person_id', '=', person).execute();
  }

  async record({ person, at, way, address, purpose, delivery, disclosure }: SentText): Promise<void> {
    const id = randomUUID();
    const row = {
      text_id: id,
      person_id: person,
      at: timestamptz(at),
      way,
      sealed: this.#keys.wrap(placeOfSentText(id), Buffer.from(address)),
      purpose,
      told_of: delivery?.journey ?? null,
      seq: delivery?.seq ?? null,
      categories: [...disclosure.categories],
      ground: disclosure.ground,
    };
    await this.#database.kysely
      .insertInto('sent_text')
      .values(row)
      .onConflict(conflict => conflict.columns(['told_of', 'seq']).doNothing())
      .execute();
  }

  #sealed(person: string, channel: SealedChannel): Buffer {
    return this.#keys.wrap(placeOfSecondChannel(person), Buffer.from(JSON.stringify(channel)));
  }

  #opened(person: string, sealed: Buffer): SealedChannel {
    return JSON.parse(this.#keys.unwrap(placeOfSecondChannel(person), sealed).toString()) as SealedChannel;
  }
}
