import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import pg from 'pg';
import { type LedgerEntry } from '../../apps/authorities/src/ledger/ledger-entry.js';
import { dispatchesOf, everyEffectOnce, everyEffectUndoneOnce } from '../faults/audit.js';
import { ASKED, ERRAND } from '../faults/errands.js';
import { type World, startWorld } from '../faults/world.js';
import { describeWithRedis, until } from '../support/index.js';
import { type Acknowledged } from './accounts.js';
import { auditEverything } from './audit-everything.js';
import { type Property } from './finding.js';
import { type AccountedWorld, ledgerOf, readPostgresAccounts } from './read-postgres-accounts.js';

const PATIENCE = 300_000;
const DAY = 86_400_000;

describeWithRedis('the accounts of a whole system', () => {
  let world: World;
  let database: pg.Client;
  const acknowledged: Acknowledged[] = [];
  let journeys: { readonly done: string; readonly cancelled: string; readonly waiting: string };

  beforeAll(async () => {
    world = await startWorld();
    await world.workerHere();
    database = new pg.Client({ connectionString: world.databaseUrl });
    await database.connect();
    const done = await errand('first');
    await everyEffectOnce(world, [done], acknowledged);
    const cancelled = await cancelledErrand();
    journeys = { done, cancelled, waiting: await acceptedErrand() };
  }, PATIENCE);

  afterAll(async () => {
    await database?.end();
    await world?.close();
  }, PATIENCE);

  const everything = (from: AccountedWorld, more: readonly Acknowledged[] = []) =>
    readPostgresAccounts(from, Object.values(journeys), { acknowledged: [...acknowledged, ...more] });

  /** Properties that do not hold in the accounts of a world. */
  const broken = async (from: AccountedWorld, more?: readonly Acknowledged[]): Promise<readonly Property[]> =>
    (await auditEverything(await everything(from, more))).map(({ property }) => property);

  it(
    'are read from authorities, stores and participants, and are in order where nothing went wrong',
    async () => {
      const accounts = await everything(world);
      expect(await auditEverything(accounts)).toEqual([]);
      expect(accounts.readings.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(accounts.timers.length).toBeGreaterThan(0);
      expect(accounts.dispatches.filter(({ disclosure }) => disclosure).length).toBeGreaterThan(10);
    },
    PATIENCE,
  );

  it('tell of journeys that nobody has told the auditor of', async () => {
    const { cancelled, ...others } = journeys;
    const findings = await auditEverything(await readPostgresAccounts(world, Object.values(others)));
    expect(new Set(findings.map(({ journey }) => journey))).toEqual(new Set([cancelled]));
  });

  it.each<[Property, table: string, falsify: string]>([
    ['journal', 'journal', 'delete from journal where journey_id = $1 and seq = 4'],
    ['replay', 'journal', `update journal set at = at + interval '1 day' where journey_id = $1`],
    ['stored', 'dispatch', `update dispatch set state = 'nowhere' where journey_id = $1 and seq > 0`],
    ['answer', 'dispatch', `update dispatch set status = 'stopped' where journey_id = $1`],
    [
      'rows',
      'timer',
      `insert into timer (journey_id, seq, due_at, ring_at) values ($1, 99, '2999-01-01', '2999-01-01')`,
    ],
    ['disclosure', 'dispatch', `update dispatch set categories = '{health}' where journey_id = $1`],
    ['delivery', 'message', `update message set status = 'sent' where journey_id = $1`],
  ])('show that %s does not hold when table %s is falsified', async (property, table, falsify) => {
    const { done } = journeys;
    await database.query(
      `create temporary table saved as select * from ${table} where journey_id = '${done}'`,
    );
    try {
      await database.query(falsify, [done]);
      expect(await broken(world)).toContain(property);
    } finally {
      await database.query(`delete from ${table} where journey_id = $1`, [done]);
      await database.query(`insert into ${table} select * from saved`);
      await database.query('drop table saved');
    }
    expect(await broken(world)).toEqual([]);
  });

  it.each<[Property, lie: (entry: LedgerEntry) => readonly LedgerEntry[]]>([
    ['effect', entry => [entry, entry]],
    ['undone', entry => [entry.kind === 'compensation' ? { ...entry, undone: false } : entry]],
    ['disclosure', entry => [{ ...entry, categories: ['health'] }]],
    ['waiting', entry => [{ ...entry, callback: 'acknowledged' }]],
  ])('show that %s does not hold when the authorities say so', async (property, lie) => {
    const entries = (await ledgerOf(world)).flatMap(lie);
    const authorities = createServer((_, reply) => void reply.end(JSON.stringify({ entries })));
    await once(authorities.listen(0, '127.0.0.1'), 'listening');
    const authoritiesUrl = `http://127.0.0.1:${(authorities.address() as AddressInfo).port}`;
    try {
      expect(await broken({ ...world, authoritiesUrl })).toContain(property);
    } finally {
      authorities.close();
      authorities.closeAllConnections();
    }
  });

  it('show that a timer has not rung, that a participant cannot read, and that a request is lost', async () => {
    const { assembly } = world;
    const clock = { now: () => assembly.clock.now() + 400 * DAY };
    expect(await broken({ ...world, assembly: { ...assembly, clock } })).toContain('waiting');
    const stranger = await world.signedIn({ cpr: '7105903456' });
    expect(await broken({ ...world, signedIn: async () => stranger })).toContain('representation');
    const lost = { kind: 'cancel', journey: journeys.done, person: 'nobody', key: 'lost' } as const;
    expect(await broken(world, [lost])).toEqual(['acknowledged']);
  });

  async function errand(key: string): Promise<string> {
    const { anna } = world;
    const named = { 'idempotency-key': key };
    const person = await world.assembly.stores.persons.personOf('6110851234');
    const started = await anna.post('/v1/journeys', { definition: 'errands' }, named);
    const { id: journey } = started.body as { readonly id: string };
    const path = `/v1/journeys/${journey}/tasks/declare`;
    const submitted = await anna.post(path, { event: 'submit', data: ERRAND }, named);
    expect([started.status, submitted.status]).toEqual([201, 200]);
    const task = { task: 'declare', event: 'submit' };
    acknowledged.push(
      { kind: 'start', journey, person, key },
      { kind: 'submit', journey, person, key, ...task },
    );
    return journey;
  }

  /** An errand for which nothing is left to do, but an authority that has accepted what it was asked does not answer. */
  async function acceptedErrand(): Promise<string> {
    for (const { parts } of world.authorities.simulations.all()) {
      parts.knobs.set({ hold: parts.authority.id !== 'digitalPost' });
    }
    const journey = await errand(randomUUID());
    const accepted = async () => {
      const asked = await dispatchesOf(world, [journey]);
      const open = asked.filter(({ settledAt }) => settledAt === undefined);
      // All but the last is asked, and a message delivered.
      return asked.length === ASKED.length && open.every(({ status }) => status === 'accepted');
    };
    await until(accepted, 'all to be accepted', 60);
    return journey;
  }

  async function cancelledErrand(): Promise<string> {
    const journey = await acceptedErrand();
    const person = await world.assembly.stores.persons.personOf('6110851234');
    const named = { 'idempotency-key': 'third' };
    const { status } = await world.anna.post(`/v1/journeys/${journey}/cancellation`, undefined, named);
    expect(status).toBe(200);
    acknowledged.push({ kind: 'cancel', journey, person, key: 'third' });
    await everyEffectUndoneOnce(world, [journey]);
    return journey;
  }
});
