import {
  RetryableError,
  type Change,
  type CommitOutcome,
  type GroupRead,
  type JournalEntry,
  type JourneyRecord,
  type JourneyStore,
  type Participation,
  type RunState,
} from '#runtime';
import { changeRow, type ChangeRow } from './change-rows.js';
import { commitStatement } from './commit-statement.js';
import { type Database, uuids } from './database.js';
import { isUuid } from './is-uuid.js';
import { entryOf } from './journal-entry.js';
import { journeyLookUp, type KeyedJourneyRow } from './look-ups.js';
import { Pieces } from './pieces.js';
import { asFailure, isDouble, isOfTheData, reaching, sqlState } from './postgres-failure.js';
import type { JourneyKey } from './sealing/journey-key.js';
import type { JourneyKeys } from './sealing/journey-keys.js';

interface Prepared {
  readonly change: Change;
  readonly key: JourneyKey;
  readonly row: ChangeRow;
}

const COMMITTED: CommitOutcome = { kind: 'committed' };
const CONFLICT: CommitOutcome = { kind: 'conflict' };

/** Journeys in Postgres; what is content is sealed with each journey's own key. */
export class PostgresJourneyStore implements JourneyStore {
  readonly #rows: GroupRead<string, KeyedJourneyRow>;

  constructor(
    private readonly database: Database,
    private readonly keys: JourneyKeys,
  ) {
    this.#rows = journeyLookUp(database);
  }

  async load(journey: string): Promise<JourneyRecord | undefined> {
    const row = await this.#rows.get(journey);
    if (!row) return undefined;
    const { definition, hash, status, version, started_at: startedAt } = row;
    const state = this.keys.unwrap(journey, row.wrapped).open(`state/${version}`, row.state);
    return { id: journey, definition, hash, status, version, startedAt, state: state as unknown as RunState };
  }

  async commit(changes: readonly Change[]): Promise<readonly CommitOutcome[]> {
    const outcomes = new Map<Change, CommitOutcome>();
    const wrapped = await this.#missingKeys(changes);
    const prepared: Prepared[] = [];
    const pieces = new Pieces();
    for (const change of changes) {
      try {
        prepared.push(this.#prepare(change, wrapped, pieces));
      } catch (error) {
        outcomes.set(change, failed(error));
      }
    }
    // In one order everywhere, so that two commits never wait for each other in a circle.
    prepared.sort((a, b) => (a.change.journey < b.change.journey ? -1 : 1));
    await this.#commitGroup(prepared, pieces.together(), outcomes);
    return changes.map(change => outcomes.get(change)!);
  }

  async journal(journey: string, after = 0): Promise<readonly JournalEntry[]> {
    if (!isUuid(journey)) return [];
    const rows = await reaching(
      this.#journalOf(journey).where('e.seq', '>', after).orderBy('e.seq').execute(),
    );
    return rows.map(row => entryOf(row, this.keys));
  }

  async entryOf(journey: string, origin: string): Promise<JournalEntry | undefined> {
    if (!isUuid(journey)) return undefined;
    const row = await reaching(this.#journalOf(journey).where('e.origin', '=', origin).executeTakeFirst());
    return row && entryOf(row, this.keys);
  }

  async journeysOf(persons: readonly string[]): Promise<readonly Participation[]> {
    const rows = await reaching(
      this.database.kysely
        .selectFrom('participant as p')
        .innerJoin('journey as j', 'j.journey_id', 'p.journey_id')
        .select([
          'p.journey_id as journey',
          'j.definition',
          'j.hash',
          'j.status',
          'p.role',
          'p.person_id as person',
          'j.started_at as startedAt',
        ])
        .where('p.person_id', '=', uuids(persons.filter(isUuid)))
        .orderBy('j.started_at', 'desc')
        .orderBy('p.journey_id', 'desc')
        .execute(),
    );
    return rows;
  }

  #journalOf(journey: string) {
    return this.database.kysely
      .selectFrom('journal as e')
      .leftJoin('journey_key as k', 'k.journey_id', 'e.journey_id')
      .selectAll('e')
      .select('k.wrapped')
      .where('e.journey_id', '=', journey);
  }

  /** Wrapped keys of journeys that this process has not moved lately. */
  async #missingKeys(changes: readonly Change[]): Promise<ReadonlyMap<string, Buffer>> {
    const missing = changes
      .filter(({ expects, journey }) => expects > 0 && isUuid(journey) && !this.keys.kept(journey))
      .map(({ journey }) => journey);
    if (missing.length === 0) return new Map();
    const rows = await reaching(
      this.database.kysely
        .selectFrom('journey_key')
        .select(['journey_id', 'wrapped'])
        .where('journey_id', '=', uuids(missing))
        .execute(),
    );
    return new Map(rows.map(row => [row.journey_id, row.wrapped]));
  }

  #prepare(change: Change, wrapped: ReadonlyMap<string, Buffer>, pieces: Pieces): Prepared {
    const { journey, expects } = change;
    const created = expects === 0;
    const key = created
      ? this.keys.make(journey)
      : (this.keys.kept(journey) ?? this.keys.unwrap(journey, wrapped.get(journey) ?? null));
    return { change, key, row: changeRow(change, key, created, pieces) };
  }

  /** When Postgres refuses a group for what one of it holds, halves find out which one. */
  async #commitGroup(
    group: readonly Prepared[],
    bytes: Buffer,
    outcomes: Map<Change, CommitOutcome>,
  ): Promise<void> {
    if (group.length === 0) return;
    try {
      const won = await this.#execute(group, bytes);
      for (const { change, key } of group) {
        const committed = won.has(change.journey);
        outcomes.set(change, committed ? COMMITTED : CONFLICT);
        if (committed && change.expects === 0) this.keys.keep(change.journey, key);
      }
    } catch (error) {
      if (!isOfTheData(error)) throw outOfOrder(error);
      const [only, ...others] = group;
      if (others.length === 0) {
        // An event of this origin is in the journal: to decide anew is to find it there.
        outcomes.set(
          only!.change,
          isDouble(error, 'journal', 'journey_id_origin') ? CONFLICT : failed(error),
        );
        return;
      }
      const half = group.length >> 1;
      await this.#commitGroup(group.slice(0, half), bytes, outcomes);
      await this.#commitGroup(group.slice(half), bytes, outcomes);
    }
  }

  async #execute(group: readonly Prepared[], bytes: Buffer): Promise<ReadonlySet<string>> {
    const changes = group.map(({ row }) => row);
    const { rows } = await this.database.byKey.query<{ journey: string }>({
      ...commitStatement(changes),
      values: [JSON.stringify(changes), bytes],
    });
    return new Set(rows.map(({ journey }) => journey));
  }
}

function failed(error: unknown): CommitOutcome {
  return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
}

/** Neither the data nor the way to Postgres: the tables are not those that this program knows. */
function outOfOrder(error: unknown): unknown {
  const failure = asFailure(error);
  if (failure instanceof RetryableError || sqlState(error) === undefined) return failure;
  return new RetryableError(
    `Postgres does not take commits: ${(error as Error).message}; check that its tables are those of this version`,
    { cause: error },
  );
}
