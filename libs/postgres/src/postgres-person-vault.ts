import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type GroupRead, InvariantError, type PersonVault } from '#runtime';
import { isUuid } from '#schema';
import { type Database } from './database.js';
import { numberLookUp } from './look-ups.js';
import { type CprSeal } from './sealing/cpr-seal.js';

/** A number, and what it may be found under. */
interface Wanted {
  readonly cpr: string;
  readonly lookups: readonly Buffer[];
}

/** Tokenisation vault in Postgres: the one table with CPR numbers, encrypted. */
export class PostgresPersonVault implements PersonVault {
  readonly #numbers: GroupRead<string, Buffer>;
  readonly #database: Database;
  readonly #seal: CprSeal;

  constructor(database: Database, seal: CprSeal) {
    this.#database = database;
    this.#seal = seal;
    this.#numbers = numberLookUp(database);
  }

  async personOf(cpr: string): Promise<string> {
    return (await this.personsOf([cpr])).get(cpr)!;
  }

  /** One look-up for all, and one insert for those who are new. */
  async personsOf(cprs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(cprs)].map(cpr => ({ cpr, lookups: this.#seal.lookups(cpr) }));
    const persons = await this.#find(wanted);
    const added = await this.#add(wanted.filter(({ cpr }) => !persons.has(cpr)));
    return new Map([...persons, ...added]);
  }

  /** The person with this number, if there is one. */
  async find(cpr: string): Promise<string | undefined> {
    return (await this.#find([{ cpr, lookups: this.#seal.lookups(cpr) }])).get(cpr);
  }

  async cprOf(person: string): Promise<string> {
    const sealed = isUuid(person) ? await this.#numbers.get(person) : undefined;
    if (!sealed) throw new InvariantError('unknown-person', `the vault does not know person ${person}`);
    try {
      return this.#seal.open(person, sealed);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new InvariantError('unsealable', `the number of person ${person} cannot be opened: ${reason}`, {
        cause: error,
      });
    }
  }

  async #find(wanted: readonly Wanted[]): Promise<Map<string, string>> {
    if (wanted.length === 0) return new Map();
    const rows = await this.#database.kysely
      .selectFrom('person')
      .select(['person_id', 'cpr_hmac'])
      .where('cpr_hmac', '=', sql<Buffer>`any(${wanted.flatMap(({ lookups }) => lookups)}::bytea[])`)
      .execute();
    const byLookup = new Map(rows.map(row => [row.cpr_hmac.toString('hex'), row.person_id]));
    const persons = new Map<string, string>();
    for (const { cpr, lookups } of wanted) {
      const [current, ...older] = lookups.map(lookup => byLookup.get(lookup.toString('hex')));
      const person = current ?? older.find(known => known !== undefined);
      if (person === undefined) continue;
      if (current === undefined) await this.#renew(person, cpr, lookups[0]!);
      persons.set(cpr, person);
    }
    return persons;
  }

  /** Somebody else may add the same number at the same time: the row that is there in the end is the person. */
  async #add(wanted: readonly Wanted[]): Promise<ReadonlyMap<string, string>> {
    if (wanted.length === 0) return new Map();
    // In one order everywhere: two who add the same numbers wait for each other in turn and not crosswise.
    const rows = [...wanted]
      .sort((one, other) => Buffer.compare(one.lookups[0]!, other.lookups[0]!))
      .map(({ cpr, lookups }) => {
        const person = randomUUID();
        return { cpr, row: { person_id: person, cpr_hmac: lookups[0]!, cpr: this.#seal.seal(person, cpr) } };
      });
    const added = await this.#database.kysely
      .insertInto('person')
      .values(rows.map(({ row }) => row))
      .onConflict(conflict => conflict.column('cpr_hmac').doNothing())
      .returning('person_id')
      .execute();
    const ours = new Set(added.map(({ person_id: person }) => person));
    const persons = new Map(
      rows.flatMap(({ cpr, row }) => (ours.has(row.person_id) ? [[cpr, row.person_id] as const] : [])),
    );
    const others = wanted.filter(({ cpr }) => !persons.has(cpr));
    const there = await this.#find(others);
    if (there.size < others.length) {
      throw new InvariantError('unknown-person', 'a person was removed while being added');
    }
    return new Map([...persons, ...there]);
  }

  /** Stands under an older master key: moves it to the one in use. */
  async #renew(person: string, cpr: string, lookup: Buffer): Promise<void> {
    await this.#database.kysely
      .updateTable('person')
      .set({ cpr_hmac: lookup, cpr: this.#seal.seal(person, cpr) })
      .where('person_id', '=', person)
      .execute();
  }
}
