import { iso } from '#calendar';
import {
  type GivenMandate,
  type GivenMandateStore,
  type MandateChange,
  type Letters,
  type MandateNames,
  withDeaths,
} from '#runtime';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { type Selectable, sql } from 'kysely';
import { type Database, timestamptz } from './database.js';
import { DEATHS, type DeathsRow, deathsIn } from './deaths-row.js';
import { type GivenMandateTable } from './schema.js';
import { sendLetters } from './send-letters.js';
import { type JourneyKeys } from './sealing/journey-keys.js';

type GivenMandateRow = Selectable<GivenMandateTable> & DeathsRow & { readonly wrapped: Buffer | null };

/** Where the names are sealed; whose they are stands beside them, and is covered by the seal. */
const NAMES = 'mandate/names';

/** Given mandates in Postgres. Each has a key of its own, as a journey has, and its messages and deliveries stand under its id. */
export class PostgresGivenMandateStore implements GivenMandateStore {
  readonly #database: Database;
  readonly #keys: JourneyKeys;

  constructor(database: Database, keys: JourneyKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async add(mandate: GivenMandate, letters: Letters): Promise<boolean> {
    const { holder, person, journeys, from, until, gift } = mandate;
    const key = this.#keys.make(gift.id);
    return this.#database.kysely.transaction().execute(async work => {
      const added = await work
        .insertInto('given_mandate')
        .values({
          mandate_id: gift.id,
          holder_id: holder,
          person_id: person,
          journeys: journeys === 'all' ? null : [...journeys],
          since: timestamptz(from),
          until: timestamptz(until),
          ended_at: null,
          names: key.seal(NAMES, { ...gift.names }, [holder, person]),
          given_at: timestamptz(gift.at),
          due_at: gift.due === undefined ? null : timestamptz(gift.due),
        })
        .onConflict(conflict => conflict.column('mandate_id').doNothing())
        .returning('mandate_id')
        .executeTakeFirst();
      if (!added) return false;
      await work.insertInto('journey_key').values({ journey_id: gift.id, wrapped: key.wrapped }).execute();
      await sendLetters(work, gift.id, key, letters);
      return true;
    });
  }

  async find(id: string): Promise<GivenMandate | undefined> {
    if (!isUuid(id)) return undefined;
    const [found] = await this.#select(sql<boolean>`m.mandate_id = ${id}`);
    return found;
  }

  async change(
    { gift: { id, due: expected } }: GivenMandate,
    { ended, due }: MandateChange,
    letters?: Letters,
  ): Promise<boolean> {
    return this.#database.kysely.transaction().execute(async work => {
      const row = await work
        .updateTable('given_mandate')
        .set({
          due_at: due === undefined ? null : timestamptz(due),
          ...(ended !== undefined && { ended_at: timestamptz(ended) }),
        })
        .where('mandate_id', '=', id)
        .where(
          sql<boolean>`due_at is not distinct from ${expected === undefined ? null : iso(expected)}::timestamptz`,
        )
        .returning('mandate_id')
        .executeTakeFirst();
      if (!row) return false;
      if (!letters) return true;
      const stored = await work
        .selectFrom('journey_key')
        .select('wrapped')
        .where('journey_id', '=', id)
        .executeTakeFirst();
      await sendLetters(work, id, this.#keys.unwrap(id, stored?.wrapped ?? null), letters);
      return true;
    });
  }

  due(at: Instant, limit: number): Promise<readonly GivenMandate[]> {
    return this.#select(sql<boolean>`m.due_at <= ${iso(at)}::timestamptz`, 'due_at', limit);
  }

  /** Of whoever is dead now, what is open is closed at once; who lives holds again what has not ended meanwhile, and the two are told. */
  async turn(work: Database['kysely'], person: string, at: Instant, hasDied: boolean): Promise<void> {
    const turning = work
      .updateTable('given_mandate')
      .set({ due_at: hasDied ? sql<Instant>`least(due_at, ${timestamptz(at)})` : timestamptz(at) })
      .where(eb => eb.or([eb('holder_id', '=', person), eb('person_id', '=', person)]));
    const meant = hasDied
      ? turning.where('due_at', 'is not', null)
      : turning
          .where('ended_at', 'is', null)
          .where('until', '>', timestamptz(at))
          .where('given_at', '<', timestamptz(at));
    await meant.execute();
  }

  between(holder: string, person: string): Promise<readonly GivenMandate[]> {
    return this.#select(sql<boolean>`m.holder_id = ${holder} and m.person_id = ${person}`);
  }

  of(person: string): Promise<readonly GivenMandate[]> {
    return this.#select(sql<boolean>`m.holder_id = ${person} or m.person_id = ${person}`);
  }

  async #select(
    wanted: ReturnType<typeof sql<boolean>>,
    by: 'since' | 'due_at' = 'since',
    limit?: number,
  ): Promise<readonly GivenMandate[]> {
    let query = this.#database.kysely
      .selectFrom('given_mandate as m')
      .leftJoin('journey_key as k', 'k.journey_id', 'm.mandate_id')
      .leftJoin('person as h', 'h.person_id', 'm.holder_id')
      .leftJoin('person as p', 'p.person_id', 'm.person_id')
      .selectAll('m')
      .select(['k.wrapped', ...DEATHS])
      .where(wanted)
      .orderBy(`m.${by}`)
      .orderBy('m.mandate_id');
    if (limit !== undefined) query = query.limit(limit);
    const rows = await query.execute();
    return rows.map(row => this.#mandateOf(row));
  }

  #mandateOf(row: GivenMandateRow): GivenMandate {
    const { mandate_id: id, holder_id: holder, person_id: person, ended_at: ended, due_at: due } = row;
    const names = this.#keys.unwrap(id, row.wrapped).open(NAMES, row.names, [holder, person]);
    const mandate: GivenMandate = {
      holder,
      person,
      basis: 'given',
      journeys: row.journeys ?? 'all',
      from: row.since,
      until: row.until,
      ...(ended !== null && { ended }),
      gift: {
        id,
        at: row.given_at,
        names: names as unknown as MandateNames,
        ...(due !== null && { due }),
      },
    };
    return withDeaths(mandate, deathsIn(row));
  }
}
