import { type PoolClient } from 'pg';
import {
  type AccessChain,
  type AccessChainStore,
  accessFields,
  type AccessFields,
  type ChainEntry,
  type ChainRound,
  type ChainStanding,
  type EntryContent,
  type GrownChain,
  InvariantError,
  namedIn,
  ownerOf,
  parseDispatchId,
  type RecordedAccess,
} from '#runtime';
import { isUuid } from '#schema';
import { accessRecord, type AccessRow } from './access-row.js';
import {
  ADD_CHAINS,
  ADD_ENTRIES,
  BEGIN,
  DETAILS,
  ENTRIES,
  LOCK_PERSONS,
  PARTICIPANTS,
  PENDING,
  TURN,
} from './access-chain-statements.js';
import { UNCHAINED, unchainedBetween } from './access-sources.js';
import { type Database } from './database.js';
import { openEntry, sealEntry } from './entry-content.js';
import { PackedBytes } from './packed-bytes.js';
import { type ErasureMarks, placeOfChain, placeOfEntry } from './sealing/erasure-marks.js';
import { type JourneyKey } from './sealing/journey-key.js';
import { type JourneyKeys } from './sealing/journey-keys.js';
import { type MasterKeys } from './sealing/master-keys.js';

const NOTHING: ChainRound = { appended: 0, more: false, elsewhere: false };

/** Records chained without letting others of this process in. Finding them costs more than chaining them, so a round finds many. */
const SLICE = 500;

interface PendingRow {
  readonly recorded: number;
  readonly journey: string;
  readonly seq: number | null;
  readonly look: number | null;
  readonly own: string | null;
  /** Of no journey: under the person's own key. */
  readonly personal: boolean;
}

type SourceRow = AccessRow & { readonly wrapped: Buffer | null };

interface EntryRow extends Omit<SourceRow, 'journey'> {
  readonly number: number;
  readonly commitment: Buffer;
  readonly link: Buffer;
  readonly content: Buffer | null;
  readonly erased: Buffer | null;
  readonly recorded: number | null;
  readonly recorded_now: number | null;
  readonly journey: string | null;
}

/** Hash chains of the access log in Postgres. Beside the outbox, which knows nothing of them (decisions/0008). */
export class PostgresAccessChainStore implements AccessChainStore {
  readonly #database: Database;
  readonly #keys: JourneyKeys;
  readonly #masterKeys: MasterKeys;
  readonly #marks: ErasureMarks;

  constructor(
    database: Database,
    { keys, masterKeys, marks }: { keys: JourneyKeys; masterKeys: MasterKeys; marks: ErasureMarks },
  ) {
    this.#database = database;
    this.#keys = keys;
    this.#masterKeys = masterKeys;
    this.#marks = marks;
  }

  async extend(most: number, grow: Parameters<AccessChainStore['extend']>[1]): Promise<ChainRound> {
    const client = await this.#database.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query(BEGIN);
      const round = await this.#round(client, most, grow);
      await client.query('commit');
      return round;
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => void (failure = lost));
      throw error;
    } finally {
      client.release(failure);
    }
  }

  async chains(limit: number, after?: string): Promise<readonly AccessChain[]> {
    let query = this.#database.kysely.selectFrom('access_chain').selectAll();
    if (after !== undefined) query = query.where('chain_id', '>', after);
    const rows = await query.orderBy('chain_id').limit(limit).execute();
    return Promise.all(
      rows.map(async row => {
        const { chain_id: id, erased: mark } = row;
        const erased = mark === null ? undefined : await this.#marks.read(placeOfChain(id), mark);
        return { ...chainOf(row), ...(erased && { erased }) };
      }),
    );
  }

  async chainsOf(person: string): Promise<readonly AccessChain[]> {
    if (!isUuid(person)) return [];
    const query = this.#database.kysely
      .selectFrom('access_chain')
      .selectAll()
      .where('person_id', '=', person);
    return (await query.orderBy('withheld').execute()).map(chainOf);
  }

  async chainsWith(journey: string): Promise<readonly AccessChain[]> {
    const { rows } = await this.#database.pool.query<ChainRow>(
      `select * from access_chain where chain_id in (select chain_id from access_entry where journey = $1::uuid)
          order by chain_id`,
      [journey],
    );
    return rows.map(chainOf);
  }

  async standing(): Promise<ChainStanding> {
    const { pool } = this.#database;
    const chained = pool.query<{ chains: number; entries: number; sealed: number | null; below: number }>(
      `select count(*)::int as chains, coalesce(sum(entries), 0)::bigint as entries,
        extract(epoch from max(sealed_at)) * 1000 as sealed, (select recorded_below from access_chain_progress) as below
        from access_chain`,
    );
    const { chains, entries, sealed, below } = (await chained).rows[0]!;
    const unchained = pool.query<{ waiting: number; since: number | null }>(
      `select count(*)::int as waiting, extract(epoch from min(at)) * 1000 as since from (${UNCHAINED}) u`,
      [...unchainedBetween(below, null)],
    );
    const { waiting, since } = (await unchained).rows[0]!;
    return {
      chains,
      entries: Number(entries),
      ...(sealed !== null && { sealedAt: Number(sealed) }),
      waiting,
      ...(since !== null && { waitingSince: Number(since) }),
    };
  }

  async entries(chain: string, after: number, limit: number): Promise<readonly ChainEntry[]> {
    const { rows } = await this.#database.pool.query<EntryRow>({
      name: 'entries of a chain',
      text: ENTRIES,
      values: [chain, after, limit],
    });
    return Promise.all(
      rows.map(async row => {
        const { number, commitment, link, erased: mark } = row;
        const content = this.#content(chain, row);
        const erased = mark === null ? undefined : await this.#marks.read(placeOfEntry(chain, number), mark);
        return { number, commitment, link, ...(content && { content }), ...(erased && { erased }) };
      }),
    );
  }

  async unchained(limit: number): Promise<readonly string[]> {
    const { rows } = await this.#database.pool.query<{ id: string }>({
      text: `select id from (${UNCHAINED}) u
          where recorded < (select recorded_below from access_chain_progress) order by recorded, at limit $5`,
      values: [...unchainedBetween(0, null), limit],
    });
    return rows.map(({ id }) => id);
  }

  async #round(
    client: PoolClient,
    most: number,
    grow: Parameters<AccessChainStore['extend']>[1],
  ): Promise<ChainRound> {
    const { rows } = await client.query<{ below: number; horizon: number }>(TURN);
    const [turn] = rows;
    if (!turn) return { ...NOTHING, elsewhere: true };
    // A copy of another server counts its transactions from elsewhere: all is looked through once, and nothing chained twice.
    const isForeign = turn.below > turn.horizon;
    const between = isForeign ? unchainedBetween(0, null) : unchainedBetween(turn.below, turn.horizon);
    const { rows: pending } = await client.query<PendingRow>({
      name: 'unchained',
      text: PENDING,
      values: [...between, most],
    });
    const more = pending.length === most;
    let appended = 0;
    for (let from = 0; from < pending.length; from += SLICE) {
      appended += await this.#extendBy(client, pending.slice(from, from + SLICE), grow);
    }
    if (!more || !isForeign) {
      const below = more ? pending.at(-1)!.recorded : turn.horizon;
      await client.query('update access_chain_progress set recorded_below = $1', [below]);
    }
    return { appended, more, elsewhere: false };
  }

  async #extendBy(
    client: PoolClient,
    pending: readonly PendingRow[],
    grow: Parameters<AccessChainStore['extend']>[1],
  ): Promise<number> {
    const keys = new Map<string, JourneyKey>();
    await this.#makeKeys(client, pending);
    const recorded = await this.#read(client, pending, keys);
    const grown = await grow(recorded, await this.#chainsOfAll(client, recorded));
    if (grown.length > 0) await this.#append(client, grown, keys);
    return recorded.length;
  }

  /** A key for each person of whom something is to be chained that is of no journey; somebody may make one meanwhile. */
  async #makeKeys(client: PoolClient, pending: readonly PendingRow[]): Promise<void> {
    const persons = new Set(pending.flatMap(({ journey, personal }) => (personal ? journey : [])));
    if (persons.size === 0) return;
    const { rows } = await client.query<{ person: string; wrapped: Buffer | null }>(LOCK_PERSONS, [
      [...persons],
    ]);
    const made = rows.flatMap(({ person, wrapped }) => (wrapped ? [] : this.#keys.make(person)));
    const without = rows.flatMap(({ person, wrapped }) => (wrapped ? [] : person));
    await client.query(
      'insert into journey_key (journey_id, wrapped) select * from unnest($1::uuid[], $2::bytea[]) on conflict do nothing',
      [without, made.map(({ wrapped }) => wrapped)],
    );
  }

  async #read(
    client: PoolClient,
    pending: readonly PendingRow[],
    keys: Map<string, JourneyKey>,
  ): Promise<readonly RecordedAccess[]> {
    const { rows } = await client.query<SourceRow & { recorded: number }>({
      name: 'what is to be chained',
      text: DETAILS,
      values: [
        pending.map((_, place) => place),
        pending.map(({ recorded }) => recorded),
        pending.map(({ journey }) => journey),
        pending.map(({ seq }) => seq),
        pending.map(({ look }) => look),
        pending.map(({ own }) => own),
      ],
    });
    const journeys = [...new Set(rows.map(({ journey }) => journey))];
    const { rows: participants } = await client.query<{ journey: string; person: string; role: string }>({
      name: 'participants of what is to be chained',
      text: PARTICIPANTS,
      values: [journeys],
    });
    for (const { journey, wrapped } of rows) keys.set(journey, this.#keys.unwrap(journey, wrapped));
    const participantsOf = new Map<string, typeof participants>(journeys.map(journey => [journey, []]));
    for (const participant of participants) participantsOf.get(participant.journey)!.push(participant);
    return rows.map(row => ({
      record: accessRecord(row, this.#masterKeys),
      ...(row.actor !== null && { actor: row.actor }),
      recorded: row.recorded,
      participants: participantsOf.get(row.journey) ?? [],
    }));
  }

  async #chainsOfAll(
    client: PoolClient,
    recorded: readonly RecordedAccess[],
  ): Promise<readonly AccessChain[]> {
    const persons = recorded.flatMap(({ record, participants }) => [
      ...namedIn(record),
      ...participants.map(({ person }) => person),
    ]);
    const { rows } = await client.query<ChainRow>(
      'select * from access_chain where person_id = any($1::uuid[])',
      [[...new Set(persons)]],
    );
    return rows.map(chainOf);
  }

  async #append(
    client: PoolClient,
    grown: readonly GrownChain[],
    keys: ReadonlyMap<string, JourneyKey>,
  ): Promise<void> {
    await client.query(ADD_CHAINS, [
      grown.map(({ id }) => id),
      grown.map(({ person }) => person),
      grown.map(({ withheld }) => withheld),
      grown.map(({ entries }) => entries),
      grown.map(({ link }) => link),
      grown.map(({ head }) => head),
    ]);
    const bytes = new PackedBytes();
    const entries = grown.flatMap(({ id: chain, appended }) =>
      appended.map(({ number, commitment, link, fields, salted, recorded }) => {
        const place = placeIn(fields);
        const content = sealEntry(keys.get(place.journey)!, chain, number, salted);
        const [at, size] = bytes.add(Buffer.concat([commitment, link, content]));
        return { chain, number, ...place, recorded, at, size };
      }),
    );
    await client.query({
      name: 'new entries of chains',
      text: ADD_ENTRIES,
      values: [
        entries.map(({ chain }) => chain),
        entries.map(({ number }) => number),
        entries.map(({ journey }) => journey),
        entries.map(({ seq }) => seq),
        entries.map(({ look }) => look),
        entries.map(({ own }) => own),
        entries.map(({ recorded }) => recorded),
        entries.map(({ at }) => at),
        entries.map(({ size }) => size),
        bytes.concat(),
      ],
    });
  }

  #content(chain: string, row: EntryRow): EntryContent | 'unreadable' | undefined {
    const { number, journey, content, recorded, recorded_now: now, wrapped, hash } = row;
    if (journey === null || content === null) return undefined;
    try {
      const key = this.#keys.unwrap(journey, wrapped);
      const found = now !== null;
      const record = found ? accessRecord({ ...row, journey }, this.#masterKeys) : undefined;
      return {
        ...openEntry(key, chain, number, content),
        owner: journey,
        ...(hash !== null && { hash }),
        ...(record && { source: accessFields(record, row.actor ?? undefined) }),
        rewritten: found && now !== recorded,
      };
    } catch (error) {
      if (error instanceof InvariantError) return 'unreadable';
      throw error;
    }
  }
}

interface ChainRow {
  readonly chain_id: string;
  readonly person_id: string | null;
  readonly withheld: boolean;
  readonly entries: number;
  readonly link: Buffer;
  readonly head: string;
}

function chainOf({ chain_id: id, person_id: person, ...rest }: ChainRow): AccessChain {
  const { withheld, entries, link, head } = rest;
  return { id, ...(person !== null && { person }), withheld, entries, link, head };
}

function placeIn(fields: AccessFields): Omit<PendingRow, 'recorded' | 'personal'> {
  const id = String(fields['id']);
  const place = { journey: ownerOf(fields), seq: null, look: null, own: null };
  const of = id.slice(id.indexOf('-') + 1);
  switch (fields['kind']) {
    case 'looked':
    case 'acted':
      return { ...place, look: Number(of) };
    case 'helped':
    case 'texted':
      return { ...place, own: of };
    default:
      return { ...place, seq: parseDispatchId(id)!.seq };
  }
}
