import pg from 'pg';
import { type CompiledJourney } from '#journey';
import { EntryIds } from '../../../apps/api/src/citizen/entry-ids.js';
import { type Client } from '../../e2e/api/client.js';
import { ledgerOf } from '../audit.js';
import { type World } from '../world.js';
import { requestOrigins } from './request-origins.js';
import { type Accounts, type Acknowledged, type JourneyAccount, type Reading } from './accounts.js';

/** Journeys read at a time. */
const AT_ONCE = 10;

/** Where accounts are taken: the stores themselves, the authorities, and an api to read at. */
export interface AccountedWorld extends Pick<World, 'authoritiesUrl' | 'signedIn'> {
  readonly environment: { readonly DATABASE_URL?: string };
  readonly assembly: {
    readonly stores: Pick<World['assembly']['stores'], 'journeys' | 'dispatches' | 'persons' | 'digests'>;
    readonly definitions: Pick<World['assembly']['definitions'], 'byHash'>;
    readonly clock: World['assembly']['clock'];
    readonly masterKeys: World['assembly']['masterKeys'];
  };
}

/**
 * Takes the accounts of journeys of a world in which nothing moves.
 *
 * @param journeys all of them: what authorities did for others is a finding
 */
export async function readAccounts(
  world: AccountedWorld,
  journeys: readonly string[],
  acknowledged: readonly Acknowledged[] = [],
): Promise<Accounts> {
  const postgres = new pg.Pool({ connectionString: world.environment['DATABASE_URL'], max: 2 });
  try {
    const reader = new AccountReader(world, postgres);
    const accounts: JourneyAccount[] = [];
    for (let next = 0; next < journeys.length; next += AT_ONCE) {
      const several = journeys.slice(next, next + AT_ONCE).map(journey => reader.journey(journey));
      accounts.push(...(await Promise.all(several)));
    }
    const hashes = new Set(accounts.map(({ record }) => record.hash));
    const definitions = new Map<string, CompiledJourney>();
    for (const hash of hashes) definitions.set(hash, await world.assembly.definitions.byHash(hash));
    const [at, ledger] = [world.assembly.clock.now(), await ledgerOf(world)];
    const origins = await requestOrigins(acknowledged, world.assembly.stores.digests);
    return { at, ledger, journeys: accounts, acknowledged, origins, definitions };
  } finally {
    await postgres.end();
  }
}

class AccountReader {
  readonly #clients = new Map<string, Promise<Client>>();
  readonly #entries: EntryIds;
  readonly #world: AccountedWorld;
  readonly #postgres: pg.Pool;

  constructor(world: AccountedWorld, postgres: pg.Pool) {
    this.#world = world;
    this.#postgres = postgres;
    this.#entries = new EntryIds(world.assembly.masterKeys.derived('entry ids'));
  }

  async journey(id: string): Promise<JourneyAccount> {
    const { journeys, dispatches } = this.#world.assembly.stores;
    const record = await journeys.load(id);
    if (!record) throw new Error(`Journey ${id} is not stored.`);
    const [journal, asked, timers] = await Promise.all([
      journeys.journal(id),
      dispatches.ofJourney(id),
      this.#timers(id),
    ]);
    const readings: Reading[] = [];
    for (const person of participants(record.state.chart.context.roles)) {
      readings.push(await this.#reading(id, person));
    }
    return { record, journal, dispatches: asked, timers, readings };
  }

  async #reading(journey: string, person: string): Promise<Reading> {
    const client = await this.#as(person);
    const reply = await client.get(`/v1/journeys/${journey}`);
    const document = reply.status === 200 ? (reply.body as NonNullable<Reading['document']>) : undefined;
    return {
      person,
      status: reply.status,
      etag: reply.headers.get('etag'),
      ...(document && { document }),
      seqOf: entry => this.#entries.seqOf(journey, person, entry),
    };
  }

  #as(person: string): Promise<Client> {
    const known = this.#clients.get(person);
    if (known) return known;
    const client = this.#world.assembly.stores.persons
      .cprOf(person)
      .then(cpr => this.#world.signedIn({ cpr }));
    this.#clients.set(person, client);
    return client;
  }

  async #timers(journey: string): Promise<JourneyAccount['timers']> {
    const { rows } = await this.#postgres.query<{ seq: number; due: string }>(
      `select seq, extract(epoch from due_at) * 1000 as due from timer where journey_id = $1 order by seq`,
      [journey],
    );
    return rows.map(({ seq, due }) => ({ seq, due: Number(due) }));
  }
}

function participants(
  roles: Readonly<Record<string, { readonly person: string } | readonly { readonly person: string }[]>>,
): readonly string[] {
  return [
    ...new Set(
      Object.values(roles)
        .flatMap(role => role)
        .map(({ person }) => person),
    ),
  ];
}
