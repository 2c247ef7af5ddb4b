import { type ChainReport, type ChainVerification, type ChainVerificationStore } from '#runtime';
import { type Instant } from '#statechart';
import { type Database, timestamptz } from './database.js';

/** Verifications of all chains, in Postgres. */
export class PostgresChainVerificationStore implements ChainVerificationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async begin({ id, actor, startedAt }: Omit<ChainVerification, 'finished'>): Promise<void> {
    const row = { verification_id: id, actor, started_at: timestamptz(startedAt) };
    await this.#database.kysely.insertInto('chain_verification').values(row).execute();
  }

  async finish(id: string, at: Instant, report: ChainReport): Promise<void> {
    const { persons, entries, erased, erasedPersons, fault } = report;
    await this.#database.kysely
      .updateTable('chain_verification')
      .set({
        finished_at: timestamptz(at),
        persons,
        entries,
        erased,
        erased_persons: erasedPersons,
        fault: fault ? JSON.stringify(fault) : null,
      })
      .where('verification_id', '=', id)
      .where('finished_at', 'is', null)
      .execute();
  }

  async latest(limit: number): Promise<readonly ChainVerification[]> {
    const rows = await this.#database.kysely
      .selectFrom('chain_verification')
      .selectAll()
      .orderBy('started_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ verification_id: id, actor, started_at: startedAt, finished_at: at, ...found }) => {
      const { persons, entries, erased, erased_persons: erasedPersons, fault } = found;
      const report = {
        persons: Number(persons),
        entries: Number(entries),
        erased: Number(erased),
        erasedPersons: Number(erasedPersons),
        ...(fault && { fault }),
      };
      return { id, actor, startedAt, ...(at !== null && { finished: { at, report } }) };
    });
  }
}
