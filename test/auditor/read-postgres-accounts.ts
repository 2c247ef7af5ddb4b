import { type CompiledJourney } from '#journey';
import { type DispatchRecord, type JournalEntry, type JourneyRecord, parseDispatchId } from '#runtime';
import { EntryIds } from '../../apps/api/src/citizen/entry-ids.js';
import { type LedgerEntry } from '../../apps/authorities/src/ledger/ledger-entry.js';
import { type Client } from '../e2e/api/client.js';
import { rowsFrom } from '../support/index.js';
import { type DirectParts, type SystemUnderTest } from '../support/system-under-test.js';
import {
  type Accounts,
  type Reading,
  type StoredMessage,
  type StoredTimer,
  participantsOf,
} from './accounts.js';
import { requestOrigins } from './request-origins.js';

/** Journeys read at a time. */
const AT_ONCE = 10;
/** Key of a code that was sent to a second channel: it is of no journey. */
const CODE_SENT = /^code-/;

/** Where accounts are taken: the stores themselves, the authorities, and an api to read at. */
export interface AccountedWorld extends Pick<SystemUnderTest, 'authoritiesUrl' | 'databaseUrl'> {
  readonly assembly: DirectParts;
  /** A citizen with this CPR number. */
  signedIn(who: { readonly cpr: string }): Promise<Client>;
}

/**
 * Takes the accounts of journeys of a world in which nothing moves: from Postgres, and over HTTP from the authorities and the api.
 *
 * @param journeys all of them: what authorities did for others is a finding
 */
export async function readPostgresAccounts(
  world: AccountedWorld,
  journeys: readonly string[],
  { acknowledged = [], moment = 'still' }: Partial<Pick<Accounts, 'acknowledged' | 'moment'>> = {},
): Promise<Accounts> {
  const { stores, definitions, clock } = world.assembly;
  const clients = new Map<string, Promise<Client>>();
  const entries = new EntryIds(world.assembly.masterKeys.derived('entry ids'));
  const records: JourneyRecord[] = [];
  const journal = new Map<string, readonly JournalEntry[]>();
  const dispatches: DispatchRecord[] = [];
  const readings: Reading[] = [];

  const signedIn = (person: string): Promise<Client> => {
    const client = clients.get(person) ?? stores.persons.cprOf(person).then(cpr => world.signedIn({ cpr }));
    clients.set(person, client);
    return client;
  };
  const read = async (journey: string, person: string): Promise<Reading> => {
    const { status, headers, body } = await (await signedIn(person)).get(`/v1/journeys/${journey}`);
    const document = body as NonNullable<Reading['document']>;
    const seqOf = (entry: string): number | undefined => entries.seqOf(journey, person, entry);
    return { journey, person, status, etag: headers.get('etag'), ...(status === 200 && { document }), seqOf };
  };
  const readJourney = async (id: string): Promise<void> => {
    const record = await stores.journeys.load(id);
    if (!record) throw new Error(`Journey ${id} is not stored.`);
    records.push(record);
    journal.set(id, await stores.journeys.journal(id));
    dispatches.push(...(await stores.dispatches.ofJourney(id)));
    for (const person of participantsOf(record)) readings.push(await read(id, person));
  };
  for (let next = 0; next < journeys.length; next += AT_ONCE) {
    await Promise.all(journeys.slice(next, next + AT_ONCE).map(readJourney));
  }
  const others = await ofNoJourney(world);
  const compiled = new Map<string, CompiledJourney>();
  for (const { hash } of records) compiled.set(hash, await definitions.byHash(hash));
  return {
    at: clock.now(),
    moment,
    journeys: records,
    journal,
    dispatches,
    timers: await timersOf(world, journeys),
    messages: await messagesOf(world, journeys),
    effects: (await ledgerOf(world)).filter(
      ({ key }) => !CODE_SENT.test(key) && !others.has(parseDispatchId(key)?.journey ?? ''),
    ),
    readings,
    acknowledged,
    origins: await requestOrigins(acknowledged, stores.digests),
    definitions: compiled,
    earlier: [],
  };
}

/** Ledgers of the authorities, read over HTTP as anyone may. */
export async function ledgerOf(
  { authoritiesUrl }: Pick<AccountedWorld, 'authoritiesUrl'>,
  journey = '',
): Promise<readonly LedgerEntry[]> {
  const response = await fetch(`${authoritiesUrl}/ledger?journey=${journey}`);
  return ((await response.json()) as { entries: readonly LedgerEntry[] }).entries;
}

function timersOf(world: AccountedWorld, journeys: readonly string[]): Promise<readonly StoredTimer[]> {
  return rowsOf(
    world,
    `select journey_id as journey, seq, (extract(epoch from due_at) * 1000)::float8 as due
       from timer where journey_id = any($1)`,
    journeys,
  );
}

/** Ids of the mandates that were given and the corrections that were asked for: what is sent of them belongs to no journey. */
async function ofNoJourney(world: AccountedWorld): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ readonly id: string }>(
    world,
    'select mandate_id as id from given_mandate union all select correction_id from correction',
  );
  return new Set(rows.map(({ id }) => id));
}

function messagesOf(world: AccountedWorld, journeys: readonly string[]): Promise<readonly StoredMessage[]> {
  return rowsOf(
    world,
    `select journey_id as journey, seq * 1000 + item as number, person_id as person, status, way
       from message where journey_id = any($1)`,
    journeys,
  );
}

/** Ids of all journeys there are, also of those whose start was never acknowledged to anybody. */
export async function storedJourneys(world: AccountedWorld): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(world, 'select journey_id as id from journey order by 1');
  return rows.map(({ id }) => id);
}

function rowsOf<Row extends object>(
  { databaseUrl }: AccountedWorld,
  query: string,
  ...parameters: readonly (readonly string[])[]
): Promise<readonly Row[]> {
  return rowsFrom(databaseUrl, query, parameters);
}
