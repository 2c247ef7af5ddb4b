import {
  RetryableError,
  type Change,
  type CommitOutcome,
  type GroupRead,
  type JournalEntry,
  type JournalRange,
  type JourneyRecord,
  type PreparingStore,
  type PageRequest,
  type Participation,
  type PersonJourney,
  runStateOf,
  type ViewRows,
} from '#runtime';
import { isUuid } from '#schema';
import { sql } from 'kysely';
import { commitStatement } from './commit-statement.js';
import { type Database, uuids } from './database.js';
import { entryOf } from './journal-entry.js';
import { pageOfPerson } from './page-of-person.js';
import {
  entryLookUp,
  journeyLookUp,
  participationLookUp,
  type KeyedEntryRow,
  type KeyedJourneyRow,
} from './look-ups.js';
import { isDataError, isUniqueViolation, sqlState } from './postgres-failure.js';
import { parametersOf, type PreparedChange, prepareChange } from './prepared-change.js';
import { type JourneyKey } from './sealing/journey-key.js';
import { type JourneyKeys } from './sealing/journey-keys.js';
import { viewRows } from './view-rows.js';

const COMMITTED: CommitOutcome = { kind: 'committed' };
const CONFLICT: CommitOutcome = { kind: 'conflict' };

/** Repository of journeys in Postgres. Content is encrypted with each journey's own key. */
export class PostgresJourneyStore implements PreparingStore {
  readonly #rows: GroupRead<string, KeyedJourneyRow>;
  readonly #entries: GroupRead<string, KeyedEntryRow>;
  readonly #participations: GroupRead<string, readonly Participation[]>;
  readonly #prepared = new Map<Change, PreparedChange>();
  readonly #database: Database;
  readonly #keys: JourneyKeys;

  constructor(database: Database, keys: JourneyKeys) {
    this.#database = database;
    this.#keys = keys;
    this.#rows = journeyLookUp(database);
    this.#entries = entryLookUp(database);
    this.#participations = participationLookUp(database);
  }

  async load(journey: string): Promise<JourneyRecord | undefined> {
    const row = await this.#rows.get(journey);
    if (!row) return undefined;
    const { definition, hash, status, version, started_at: startedAt } = row;
    const key = this.#keys.unwrap(journey, row.wrapped);
    const state = key.open(`state/${version}`, row.state, [definition, hash, status]);
    return { id: journey, definition, hash, status, version, startedAt, state: runStateOf(state) };
  }

  prepare(changes: readonly Change[]): void {
    for (const change of changes) {
      const key = this.#keyAtHand(change);
      try {
        if (key) this.#prepared.set(change, prepareChange(change, key));
      } catch {
        // The commit will find the same, and say so.
      }
    }
  }

  async commit(changes: readonly Change[]): Promise<readonly CommitOutcome[]> {
    const outcomes = new Map<Change, CommitOutcome>();
    const group: PreparedChange[] = [];
    const others: Change[] = [];
    for (const change of changes) {
      const prepared = this.#prepared.get(change);
      this.#prepared.delete(change);
      if (prepared) group.push(prepared);
      else others.push(change);
    }
    if (others.length > 0) group.push(...(await this.#prepareAll(others, outcomes)));
    // In one order everywhere, so that two commits never wait for each other in a circle.
    group.sort((a, b) => (a.change.journey < b.change.journey ? -1 : 1));
    await this.#commitGroup(group, outcomes);
    return changes.map(change => outcomes.get(change)!);
  }

  async journal(journey: string): Promise<readonly JournalEntry[]> {
    if (!isUuid(journey)) return [];
    const rows = await this.#entriesOf(journey).orderBy('e.seq').execute();
    return rows.map(row => entryOf(row, this.#keys));
  }

  async viewRows(
    journey: string,
    viewers: readonly string[],
    range: JournalRange,
    dispatches: readonly number[],
  ): Promise<ViewRows> {
    if (!isUuid(journey)) return { entries: [], dispatches: [], drafts: [], writtenTo: false };
    return viewRows(this.#database, this.#keys, journey, viewers, range, dispatches);
  }

  async submissionsOf(
    journey: string,
    person: string,
    { before, limit }: { readonly before: number; readonly limit: number },
  ): Promise<readonly JournalEntry[]> {
    if (!isUuid(journey)) return [];
    const rows = await this.#entriesOf(journey)
      .where(
        sql<boolean>`(e.kind = 'submitted' or e.kind in ('held', 'cancelled') and e.subject like 'submitted %')`,
      )
      .where('e.actor', '=', person)
      .where('e.seq', '<', before)
      .orderBy('e.seq', 'desc')
      .limit(limit)
      .execute();
    return rows.map(row => entryOf(row, this.#keys));
  }

  async entryOf(journey: string, origin: string): Promise<JournalEntry | undefined> {
    if (!isUuid(journey)) return undefined;
    const row = await this.#entries.get(`${journey} ${origin}`);
    return row && entryOf(row, this.#keys);
  }

  async journeysOf(persons: readonly string[]): Promise<readonly Participation[]> {
    const known = [...new Set(persons.filter(isUuid))];
    const found = await Promise.all(known.map(person => this.#participations.get(person)));
    return found.flatMap(list => list ?? []).sort(newestFirst);
  }

  async pageOf(
    person: string,
    page: PageRequest,
    which: 'begun' | 'offered' = 'begun',
  ): Promise<readonly PersonJourney[]> {
    return isUuid(person) ? pageOfPerson(this.#database, person, page, which) : [];
  }

  /** Entries of a journey, with the key that they are sealed with. */
  #entriesOf(journey: string) {
    return this.#database.kysely
      .selectFrom('journal as e')
      .leftJoin('journey_key as k', 'k.journey_id', 'e.journey_id')
      .selectAll('e')
      .select('k.wrapped')
      .where('e.journey_id', '=', journey);
  }

  /** Those that were not prepared when they came; those that cannot be have failed. */
  async #prepareAll(
    changes: readonly Change[],
    outcomes: Map<Change, CommitOutcome>,
  ): Promise<readonly PreparedChange[]> {
    await this.#fetchKeys(changes);
    return changes.flatMap(change => {
      try {
        return prepareChange(change, this.#keyAtHand(change) ?? this.#keys.unwrap(change.journey, null));
      } catch (error) {
        outcomes.set(change, failed(error));
        return [];
      }
    });
  }

  /** A new journey's key is made; that of one which this process has moved lately is kept. */
  #keyAtHand({ journey, expects }: Change): JourneyKey | undefined {
    return expects === 0 ? this.#keys.make(journey) : this.#keys.kept(journey);
  }

  /** Fetches the keys of journeys that this process has not moved lately. */
  async #fetchKeys(changes: readonly Change[]): Promise<void> {
    const missing = changes
      .filter(({ expects, journey }) => expects > 0 && isUuid(journey) && !this.#keys.kept(journey))
      .map(({ journey }) => journey);
    if (missing.length === 0) return;
    const rows = await this.#database.kysely
      .selectFrom('journey_key')
      .select(['journey_id', 'wrapped'])
      .where('journey_id', '=', uuids(missing))
      .execute();
    for (const { journey_id: journey, wrapped } of rows) this.#keys.unwrap(journey, wrapped);
  }

  /** When Postgres refuses a group for what one of it holds, halves find out which one. */
  async #commitGroup(group: readonly PreparedChange[], outcomes: Map<Change, CommitOutcome>): Promise<void> {
    if (group.length === 0) return;
    try {
      const stored = await this.#execute(group);
      for (const { change, key } of group) {
        const committed = stored.has(change.journey);
        outcomes.set(change, committed ? COMMITTED : CONFLICT);
        if (committed && change.expects === 0) this.#keys.keep(change.journey, key);
      }
    } catch (error) {
      if (!isDataError(error)) throw schemaMismatch(error);
      const [only, ...others] = group;
      if (others.length === 0) {
        // An event of this origin is in the journal: to decide anew is to find it there.
        const handled = isUniqueViolation(error, 'journal', 'journey_id_origin');
        outcomes.set(only!.change, handled ? CONFLICT : failed(error));
        return;
      }
      const half = group.length >> 1;
      await this.#commitGroup(group.slice(0, half), outcomes);
      await this.#commitGroup(group.slice(half), outcomes);
    }
  }

  async #execute(group: readonly PreparedChange[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.#database.commits.query<{ journey: string }>({
      ...commitStatement(new Set(group.flatMap(({ parts }) => parts))),
      values: parametersOf(group),
    });
    return new Set(rows.map(({ journey }) => journey));
  }
}

function newestFirst(a: Participation, b: Participation): number {
  return b.startedAt - a.startedAt || (a.journey < b.journey ? 1 : -1);
}

function failed(error: unknown): CommitOutcome {
  return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
}

/** Neither the data nor the connection is at fault: the tables are not those that this program knows. */
function schemaMismatch(error: unknown): unknown {
  if (error instanceof RetryableError || sqlState(error) === undefined) return error;
  return new RetryableError(
    `Postgres does not take commits: ${(error as Error).message}; check that its tables are those of this version`,
    { cause: error },
  );
}
