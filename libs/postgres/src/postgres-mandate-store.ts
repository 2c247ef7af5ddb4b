import {
  comesAfter,
  isDead,
  type Mandate,
  type MandateEnding,
  type MandateStore,
  type RegisteredDeath,
  type RegisteredName,
  turnOf,
  withDeaths,
  withTold,
} from '#runtime';
import { iso } from '#calendar';
import { type MandateBasis } from '#journey';
import { isUuid } from '#schema';
import { type Instant } from '#statechart';
import { type Selectable, sql } from 'kysely';
import { type Database, timestamptz } from './database.js';
import { DEATHS, deathOf, type DeathsRow, deathsIn } from './deaths-row.js';
import { type PostgresGivenMandateStore } from './postgres-given-mandate-store.js';
import { type MandateTable } from './schema.js';
import { type JourneyKeys } from './sealing/journey-keys.js';

/** What stands of a person's name: sealed, and under which key. */
interface NameRow {
  readonly name: Buffer | null;
  readonly called_since: Instant | null;
  readonly wrapped: Buffer | null;
}

/** Where a name is sealed, with a key of the person's own; since when stands beside it, and is covered by the seal. */
const NAME = 'mandate/name';

/** Mandates in Postgres. */
export class PostgresMandateStore implements MandateStore {
  readonly #database: Database;
  readonly #keys: JourneyKeys;
  readonly #given: PostgresGivenMandateStore;

  constructor(database: Database, keys: JourneyKeys, given: PostgresGivenMandateStore) {
    this.#database = database;
    this.#keys = keys;
    this.#given = given;
  }

  async add(mandates: readonly Mandate[]): Promise<void> {
    const ends = sql`select min(e.ended_at) from mandate e
      where (e.holder_id, e.person_id, e.basis) = (m.holder_id, m.person_id, m.basis) and e.ended_at >= m.since`;
    await this.#insert(this.#database.kysely, mandates, ends);
  }

  async replace(
    basis: MandateBasis,
    person: string,
    from: Instant,
    mandates: readonly Mandate[],
  ): Promise<void> {
    await this.#database.kysely.transaction().execute(async work => {
      // One at a time for a person, or two reports at once would each not know of the other.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`mandate ${person}`}, 0))`.execute(work);
      await work
        .updateTable('mandate')
        .set({ ended_at: sql`least(ended_at, ${timestamptz(from)})` })
        .where('person_id', '=', person)
        .where('basis', '=', basis)
        .where('since', '<', timestamptz(from))
        .execute();
      const later = sql`select min(e.since) from mandate e
          where (e.person_id, e.basis) = (m.person_id, m.basis) and e.since > m.since`;
      await this.#insert(work, mandates, later);
    });
  }

  async end({ bases, holder, person, at }: MandateEnding): Promise<void> {
    let ending = this.#database.kysely
      .updateTable('mandate')
      .set({ ended_at: sql`least(ended_at, ${timestamptz(at)})` })
      .where('basis', 'in', bases)
      .where('since', '<=', timestamptz(at));
    if (holder !== undefined) ending = ending.where('holder_id', '=', holder);
    if (person !== undefined) ending = ending.where('person_id', '=', person);
    await ending.execute();
    if (holder === undefined || person === undefined) return;
    // For a report of its beginning that is still on its way.
    await this.add(
      bases.map(basis => ({ holder, person, basis, journeys: 'all', from: at, ended: at }) as const),
    );
  }

  async death(person: string, told: RegisteredDeath): Promise<void> {
    await this.#database.kysely.transaction().execute(async work => {
      // One report after the other: each must know of those before it.
      const row = await deathRow(work, person).forNoKeyUpdate().executeTakeFirst();
      if (!row) return;
      const known = deathOf(row.died_at, row.death_reversed_at);
      const now = withTold(known, told);
      const { died, reversed } = now;
      await work
        .updateTable('person')
        .set({
          died_at: died === undefined ? null : timestamptz(died),
          death_reversed_at: reversed === undefined ? null : timestamptz(reversed),
        })
        .where('person_id', '=', person)
        .execute();
      const at = turnOf(known, now);
      if (at !== undefined) await this.#given.turn(work, person, at, isDead(now));
    });
  }

  async deathOf(person: string): Promise<RegisteredDeath> {
    if (!isUuid(person)) return {};
    const row = await deathRow(this.#database.kysely, person).executeTakeFirst();
    return row ? deathOf(row.died_at, row.death_reversed_at) : {};
  }

  /** Whoever erases the person, or the last holder, waits for this or has gone before: nothing is kept of who is not there. */
  async name(person: string, told: RegisteredName): Promise<void> {
    await this.#database.kysely.transaction().execute(async work => {
      const { rows: known } = await sql`
          select from person where person_id = ${person} for no key update`.execute(work);
      const { rows: actedFor } = await sql`
          select from mandate where person_id = ${person} limit 1 for key share`.execute(work);
      if (known.length === 0 || actedFor.length === 0) return;
      // Somebody may have made the key meanwhile: theirs stands.
      await work
        .insertInto('journey_key')
        .values({ journey_id: person, wrapped: this.#keys.make(person).wrapped })
        .onConflict(conflict => conflict.doNothing())
        .execute();
      const row = await work
        .selectFrom('journey_key as k')
        .leftJoin('registered_name as n', 'n.person_id', 'k.journey_id')
        .select(['k.wrapped', 'n.name', 'n.since as called_since'])
        .where('k.journey_id', '=', person)
        .executeTakeFirstOrThrow();
      const before = this.#nameIn(person, row);
      if (before && !comesAfter(told, before)) return;
      const { name, since } = told;
      const sealed = this.#keys.unwrap(person, row.wrapped).seal(NAME, name, [iso(since)]);
      await work
        .insertInto('registered_name')
        .values({ person_id: person, name: sealed, since: timestamptz(since) })
        .onConflict(conflict =>
          conflict.column('person_id').doUpdateSet({ name: sealed, since: timestamptz(since) }),
        )
        .execute();
    });
  }

  async between(holder: string, person: string): Promise<readonly Mandate[]> {
    if (!isUuid(holder) || !isUuid(person)) return [];
    const byLaw = this.#select(sql<boolean>`m.holder_id = ${holder} and m.person_id = ${person}`);
    return inOrder(await Promise.all([byLaw, this.#given.between(holder, person)]));
  }

  async of(person: string): Promise<readonly Mandate[]> {
    if (!isUuid(person)) return [];
    const byLaw = this.#select(sql<boolean>`m.holder_id = ${person} or m.person_id = ${person}`);
    return inOrder(await Promise.all([byLaw, this.#given.of(person)]));
  }

  async #select(wanted: ReturnType<typeof sql<boolean>>): Promise<readonly Mandate[]> {
    const rows = await this.#database.kysely
      .selectFrom('mandate as m')
      .leftJoin('registered_name as n', 'n.person_id', 'm.person_id')
      .leftJoin('journey_key as k', 'k.journey_id', 'n.person_id')
      .leftJoin('person as h', 'h.person_id', 'm.holder_id')
      .leftJoin('person as p', 'p.person_id', 'm.person_id')
      .selectAll('m')
      .select(['n.name', 'n.since as called_since', 'k.wrapped', ...DEATHS])
      .where(wanted)
      .orderBy('m.since')
      .execute();
    return rows.map(row => mandateOf(row, this.#nameIn(row.person_id, row)?.name));
  }

  #nameIn(person: string, { name, called_since: since, wrapped }: NameRow): RegisteredName | undefined {
    if (name === null || since === null) return undefined;
    return { name: this.#keys.unwrap(person, wrapped).open(NAME, name, [iso(since)]) as string, since };
  }

  async #insert(
    on: Database['kysely'],
    mandates: readonly Mandate[],
    end: ReturnType<typeof sql>,
  ): Promise<void> {
    if (mandates.length === 0) return;
    const rows = mandates.map(({ holder, person, basis, journeys, from, until, ended }) => ({
      holder_id: holder,
      person_id: person,
      basis,
      journeys: journeys === 'all' ? null : journeys,
      since: iso(from),
      until: until === undefined ? null : iso(until),
      ended_at: ended === undefined ? null : iso(ended),
    }));
    const inserting = sql`
      insert into mandate (holder_id, person_id, basis, journeys, since, until, ended_at)
      select m.holder_id, m.person_id, m.basis, m.journeys, m.since, m.until, coalesce(m.ended_at, (${end}))
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m
        (holder_id uuid, person_id uuid, basis text, journeys text[], since timestamptz, until timestamptz, ended_at timestamptz)
      on conflict (holder_id, person_id, basis, since) do nothing`;
    await inserting.execute(on);
  }
}

function deathRow(on: Database['kysely'], person: string) {
  return on.selectFrom('person').select(['died_at', 'death_reversed_at']).where('person_id', '=', person);
}

function mandateOf(row: Selectable<MandateTable> & DeathsRow, name: string | undefined): Mandate {
  const { holder_id: holder, person_id: person, basis, journeys, since: from, until, ended_at: ended } = row;
  const mandate: Mandate = {
    holder,
    person,
    ...(name !== undefined && { name }),
    basis,
    journeys: journeys ?? 'all',
    from,
    ...(until !== null && { until }),
    ...(ended !== null && { ended }),
  };
  return withDeaths(mandate, deathsIn(row));
}

function inOrder(found: readonly (readonly Mandate[])[]): readonly Mandate[] {
  return found.flat().sort((one, other) => one.from - other.from);
}
