import { randomUUID } from 'node:crypto';
import { type GroupRead, InvariantError, type PersonVault } from '#runtime';
import type { Database } from './database.js';
import { isUuid } from './is-uuid.js';
import { numberLookUp } from './look-ups.js';
import { reaching } from './postgres-failure.js';
import type { CprSeal } from './sealing/cpr-seal.js';

/** The vault in Postgres: the one table with CPR numbers, sealed. */
export class PostgresPersonVault implements PersonVault {
  readonly #numbers: GroupRead<string, Buffer>;

  constructor(
    private readonly database: Database,
    private readonly seal: CprSeal,
  ) {
    this.#numbers = numberLookUp(database);
  }

  async personOf(cpr: string): Promise<string> {
    const lookups = this.seal.lookups(cpr);
    return (await this.#find(cpr, lookups)) ?? (await this.#add(cpr, lookups));
  }

  /** The person with this number, if there is one. */
  async find(cpr: string): Promise<string | undefined> {
    return this.#find(cpr, this.seal.lookups(cpr));
  }

  async cprOf(person: string): Promise<string> {
    const sealed = isUuid(person) ? await this.#numbers.get(person) : undefined;
    if (!sealed) throw new InvariantError('unknown-person', `the vault does not know person ${person}`);
    try {
      return this.seal.open(person, sealed);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new InvariantError('unsealable', `the number of person ${person} cannot be opened: ${reason}`, {
        cause: error,
      });
    }
  }

  async #find(cpr: string, lookups: readonly Buffer[]): Promise<string | undefined> {
    const row = await reaching(
      this.database.kysely
        .selectFrom('person')
        .select(['person_id', 'cpr_hmac'])
        .where('cpr_hmac', 'in', lookups)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    if (!row.cpr_hmac.equals(lookups[0]!)) await this.#renew(row.person_id, cpr, lookups[0]!);
    return row.person_id;
  }

  /** Somebody else may add the same number at the same time: the row that is there in the end is the person. */
  async #add(cpr: string, lookups: readonly Buffer[]): Promise<string> {
    const person = randomUUID();
    const added = await reaching(
      this.database.kysely
        .insertInto('person')
        .values({ person_id: person, cpr_hmac: lookups[0]!, cpr: this.seal.seal(person, cpr) })
        .onConflict(conflict => conflict.column('cpr_hmac').doNothing())
        .returning('person_id')
        .executeTakeFirst(),
    );
    if (added) return added.person_id;
    const there = await this.#find(cpr, lookups);
    if (there === undefined)
      throw new InvariantError('unknown-person', 'a person was removed while being added');
    return there;
  }

  /** Stands under an older master key: moves it to the one in use. */
  async #renew(person: string, cpr: string, lookup: Buffer): Promise<void> {
    await reaching(
      this.database.kysely
        .updateTable('person')
        .set({ cpr_hmac: lookup, cpr: this.seal.seal(person, cpr) })
        .where('person_id', '=', person)
        .execute(),
    );
  }
}
