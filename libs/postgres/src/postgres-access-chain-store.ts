import { type PoolClient } from 'pg';
import {
  type AccessChain,
  type AccessChainStore,
  accessFields,
  type AccessFields,
  type ChainEntry,
  type ChainRound,
  dispatchId,
  type EntryContent,
  type GrownChain,
  InvariantError,
  parseDispatchId,
  type RecordedAccess,
} from '#runtime';
import { type Json } from '#statechart';
import { accessRecord, type AccessRow } from './access-row.js';
import { SOURCE_COLUMNS, SOURCE_TABLES, UNCHAINED, unchainedBetween } from './access-sources.js';
import { type Database } from './database.js';
import { isUuid } from './is-uuid.js';
import { withStoreErrors } from './postgres-failure.js';
import { type JourneyKey } from './sealing/journey-key.js';
import { type JourneyKeys } from './sealing/journey-keys.js';

const NOTHING: ChainRound = { appended: 0, more: false, elsewhere: false };

/** Purpose of what is derived from a journey's key. */
const PURPOSE = 'overgang access chain';

// `skip locked`: whoever finds another at it has nothing to do. The horizon is the oldest transaction that may still commit.
const TURN = /* sql */ `
select recorded_below as below, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
from access_chain_progress for update skip locked`;

const PENDING = /* sql */ `
select recorded, at, journey, seq, look from (${UNCHAINED}) u order by recorded, at, journey, seq, look limit $4`;

// The keys are locked against whoever erases the journeys meanwhile; what has been erased by now is not there.
const DETAILS = /* sql */ `
select p.recorded, ${SOURCE_COLUMNS}
from unnest($1::integer[], $2::bigint[], $3::uuid[], $4::integer[], $5::bigint[]) as p (place, recorded, journey, seq, look)
join journey j on j.journey_id = p.journey
join journey_key k on k.journey_id = p.journey
${SOURCE_TABLES}
where d.seq is not null or a.entry is not null
order by p.place
for key share of k`;

const ENTRIES = /* sql */ `
select p.number, p.commitment, p.link, p.content, p.recorded, coalesce(d.recorded, a.recorded) as recorded_now, ${SOURCE_COLUMNS}
from access_entry p
left join journey j on j.journey_id = p.journey
left join journey_key k on k.journey_id = p.journey
${SOURCE_TABLES}
where p.chain_id = $1::uuid and p.number > $2
order by p.number
limit $3`;

const ADD_CHAINS = /* sql */ `
insert into access_chain (chain_id, person_id, withheld, entries, link, head)
select * from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::integer[], $5::bytea[], $6::text[])
on conflict (chain_id) do update set entries = excluded.entries, link = excluded.link, head = excluded.head`;

const ADD_ENTRIES = /* sql */ `
insert into access_entry (chain_id, number, commitment, link, journey, seq, look, recorded, content)
select * from unnest($1::uuid[], $2::integer[], $3::bytea[], $4::bytea[], $5::uuid[], $6::integer[], $7::bigint[], $8::bigint[], $9::bytea[])`;

interface PendingRow {
  readonly recorded: number;
  readonly journey: string;
  readonly seq: number | null;
  readonly look: number | null;
}

type SourceRow = AccessRow & { readonly wrapped: Buffer | null };

interface EntryRow extends Omit<SourceRow, 'journey'> {
  readonly number: number;
  readonly commitment: Buffer;
  readonly link: Buffer;
  readonly content: Buffer | null;
  readonly recorded: number | null;
  readonly recorded_now: number | null;
  readonly journey: string | null;
}

/** Hash chains of the access log in Postgres. Beside the outbox, which knows nothing of them (decisions/0008). */
export class PostgresAccessChainStore implements AccessChainStore {
  readonly #database: Database;
  readonly #keys: JourneyKeys;

  constructor(database: Database, keys: JourneyKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async extend(most: number, grow: Parameters<AccessChainStore['extend']>[1]): Promise<ChainRound> {
    const client = await withStoreErrors(this.#database.pool.connect());
    let failure: Error | undefined;
    try {
      await withStoreErrors(client.query('begin'));
      const round = await this.#round(client, most, grow);
      await withStoreErrors(client.query('commit'));
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
    return (await withStoreErrors(query.orderBy('chain_id').limit(limit).execute())).map(chainOf);
  }

  async chainsOf(person: string): Promise<readonly AccessChain[]> {
    if (!isUuid(person)) return [];
    const query = this.#database.kysely
      .selectFrom('access_chain')
      .selectAll()
      .where('person_id', '=', person);
    return (await withStoreErrors(query.orderBy('withheld').execute())).map(chainOf);
  }

  async entries(chain: string, after: number, limit: number): Promise<readonly ChainEntry[]> {
    const { rows } = await withStoreErrors(
      this.#database.pool.query<EntryRow>({
        name: 'entries of a chain',
        text: ENTRIES,
        values: [chain, after, limit],
      }),
    );
    return rows.map(row => {
      const { number, commitment, link } = row;
      const content = this.#content(chain, row);
      return { number, commitment, link, ...(content && { content }) };
    });
  }

  async unchained(limit: number): Promise<readonly string[]> {
    const { rows } = await withStoreErrors(
      this.#database.pool.query<{ journey: string; seq: number | null; look: number | null }>({
        text: `select journey, seq, look from (${UNCHAINED}) u
          where recorded < (select recorded_below from access_chain_progress) order by recorded, at limit $4`,
        values: [...unchainedBetween(0, null), limit],
      }),
    );
    return rows.map(({ journey, seq, look }) => (seq === null ? `look-${look}` : dispatchId(journey, seq)));
  }

  async #round(
    client: PoolClient,
    most: number,
    grow: Parameters<AccessChainStore['extend']>[1],
  ): Promise<ChainRound> {
    const { rows } = await withStoreErrors(client.query<{ below: number; horizon: number }>(TURN));
    const [turn] = rows;
    if (!turn) return { ...NOTHING, elsewhere: true };
    // A copy of another server counts its transactions from elsewhere: all is looked through once, and nothing chained twice.
    const isForeign = turn.below > turn.horizon;
    const keys = new Map<string, JourneyKey>();
    const between = isForeign ? unchainedBetween(0, null) : unchainedBetween(turn.below, turn.horizon);
    const { rows: pending } = await withStoreErrors(
      client.query<PendingRow>({ name: 'unchained', text: PENDING, values: [...between, most] }),
    );
    const recorded = await this.#read(client, pending, keys);
    const more = pending.length === most;
    const chains = await this.#chainsOfAll(client, recorded);
    const grown = await grow(recorded, chains);
    if (grown.length > 0) await this.#append(client, grown, keys);
    if (!more || !isForeign) {
      const below = more ? pending.at(-1)!.recorded : turn.horizon;
      await withStoreErrors(client.query('update access_chain_progress set recorded_below = $1', [below]));
    }
    return { appended: recorded.length, more, elsewhere: false };
  }

  async #read(
    client: PoolClient,
    pending: readonly PendingRow[],
    keys: Map<string, JourneyKey>,
  ): Promise<readonly RecordedAccess[]> {
    const { rows } = await withStoreErrors(
      client.query<SourceRow & { recorded: number }>(DETAILS, [
        pending.map((_, place) => place),
        pending.map(({ recorded }) => recorded),
        pending.map(({ journey }) => journey),
        pending.map(({ seq }) => seq),
        pending.map(({ look }) => look),
      ]),
    );
    const journeys = [...new Set(rows.map(({ journey }) => journey))];
    const { rows: participants } = await withStoreErrors(
      client.query<{ journey: string; person: string; role: string }>(
        `select journey_id as journey, person_id as person, role from participant
          where journey_id = any($1::uuid[]) and until is null order by person_id, role`,
        [journeys],
      ),
    );
    for (const { journey, wrapped } of rows) keys.set(journey, this.#keys.unwrap(journey, wrapped));
    const participantsOf = new Map<string, typeof participants>(journeys.map(journey => [journey, []]));
    for (const participant of participants) participantsOf.get(participant.journey)!.push(participant);
    const secrets = new Map([...keys].map(([journey, key]) => [journey, key.derived(PURPOSE)]));
    return rows.map(row => ({
      record: accessRecord(row),
      ...(row.actor !== null && { actor: row.actor }),
      recorded: row.recorded,
      participants: participantsOf.get(row.journey) ?? [],
      secret: secrets.get(row.journey)!,
    }));
  }

  async #chainsOfAll(
    client: PoolClient,
    recorded: readonly RecordedAccess[],
  ): Promise<readonly AccessChain[]> {
    const persons = recorded.flatMap(({ record, participants }) => [
      ...(record.kind === 'given' ? record.persons : []),
      ...participants.map(({ person }) => person),
    ]);
    const { rows } = await withStoreErrors(
      client.query<ChainRow>('select * from access_chain where person_id = any($1::uuid[])', [
        [...new Set(persons)],
      ]),
    );
    return rows.map(chainOf);
  }

  async #append(
    client: PoolClient,
    grown: readonly GrownChain[],
    keys: ReadonlyMap<string, JourneyKey>,
  ): Promise<void> {
    await withStoreErrors(
      client.query(ADD_CHAINS, [
        grown.map(({ id }) => id),
        grown.map(({ person }) => person),
        grown.map(({ withheld }) => withheld),
        grown.map(({ entries }) => entries),
        grown.map(({ link }) => link),
        grown.map(({ head }) => head),
      ]),
    );
    const entries = grown.flatMap(({ id, appended }) =>
      appended.map(({ fields, ...entry }) => ({ ...entry, ...placeIn(fields), chain: id, fields })),
    );
    await withStoreErrors(
      client.query(ADD_ENTRIES, [
        entries.map(({ chain }) => chain),
        entries.map(({ number }) => number),
        entries.map(({ commitment }) => commitment),
        entries.map(({ link }) => link),
        entries.map(({ journey }) => journey),
        entries.map(({ seq }) => seq),
        entries.map(({ look }) => look),
        entries.map(({ recorded }) => recorded),
        entries.map(({ journey, chain, number, fields }) =>
          keys.get(journey)!.seal(`access/${chain}/${number}`, fields as Json),
        ),
      ]),
    );
  }

  #content(chain: string, row: EntryRow): EntryContent | 'unreadable' | undefined {
    const { number, journey, content, recorded, recorded_now: now, wrapped, hash } = row;
    if (journey === null || content === null) return undefined;
    try {
      const key = this.#keys.unwrap(journey, wrapped);
      const found = now !== null;
      const record = found ? accessRecord({ ...row, journey }) : undefined;
      return {
        fields: key.open(`access/${chain}/${number}`, content) as AccessFields,
        secret: key.derived(PURPOSE),
        journey,
        hash,
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

function placeIn(fields: AccessFields): { journey: string; seq: number | null; look: number | null } {
  const [id, journey] = [String(fields['id']), String(fields['journey'])];
  if (fields['kind'] === 'looked') return { journey, seq: null, look: Number(id.slice('look-'.length)) };
  return { journey, seq: parseDispatchId(id)!.seq, look: null };
}
