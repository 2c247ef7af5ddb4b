import { randomBytes, randomUUID } from 'node:crypto';
import { creation, MINUTE, newDispatch, START, step } from '../../../test/conformance/ports/changes.js';
import { copyJourneys } from '../../../test/support/copy-journeys.js';
import { connected, type FreshDatabase } from '../../../test/support/index.js';
import { migratedDatabase } from '../../../test/support/migrated-database.js';
import { tellPlans, toldPlans } from '../../../test/support/told-plans.js';
import { type Database, openDatabase } from './database.js';
import { PostgresStores } from './postgres-stores.js';
import { MasterKeys } from './sealing/master-keys.js';

/** So many journeys that to read them all is seen to be dearer than to look one up. */
const COPIES = 2_000;
const DAY = 24 * 60 * MINUTE;
const anna = randomUUID();

describe('with many journeys, no statement of a step', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let stores: PostgresStores;
  let plans: string[];
  const first = creation({ participants: [{ role: 'applicant', person: anna }] });
  const journeys = [first, ...Array.from({ length: 9 }, () => creation())].map(({ journey }, i) =>
    creation({
      journey,
      participants: [{ role: 'applicant', person: i === 0 ? anna : randomUUID() }],
      dispatches: [newDispatch(1, { ringAt: START + 30 * DAY })],
      timers: [{ seq: 2, due: START + 30 * DAY }],
    }),
  );

  beforeAll(async () => {
    fresh = await migratedDatabase();
    const keys = new MasterKeys([randomBytes(32)]);
    const filling = openDatabase({ url: fresh.url });
    await new PostgresStores(filling, keys).journeys.commit(journeys);
    await filling.close();
    await connected(fresh.url, async client => {
      await copyJourneys(client, COPIES);
      await tellPlans(client, fresh.url);
    });

    database = openDatabase({ url: fresh.url });
    stores = new PostgresStores(database, keys);
    plans = toldPlans(database.pool, database.byKey);
  }, 60_000);
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const journey = first.journey;
  it.each<[string, (into: PostgresStores) => Promise<unknown>]>([
    ['that commits', ({ journeys: store }) => store.commit([step(journeys[0]!)])],
    ['that loads a journey', ({ journeys: store }) => store.load(journey)],
    ['that loads a dispatch', ({ dispatches }) => dispatches.find(`${journey}-1`)],
    ['that lists the dispatches of a journey', ({ dispatches }) => dispatches.ofJourney(journey)],
    ['that finds the journeys about a person', ({ dispatches }) => dispatches.journeysNaming([anna])],
    ['that postpones a dispatch', ({ dispatches }) => dispatches.postpone(`${journey}-1`, FAILURE, START)],
    ['that reads a journal', ({ journeys: store }) => store.journal(journey)],
    ['that looks for an earlier event', ({ journeys: store }) => store.entryOf(journey, 'start')],
    ['that finds the journeys of a person', ({ journeys: store }) => store.journeysOf([anna])],
    ['that lists the journeys of a person', ({ journeys: store }) => store.pageOf(anna, { limit: 50 })],
    [
      'that goes on with that list',
      ({ journeys: store }) => store.pageOf(anna, { after: { at: START + MINUTE, id: journey }, limit: 50 }),
    ],
    [
      'that reads the rows of a view',
      ({ journeys: store }) => store.viewRows(journey, ['applicant'], { before: 9, limit: 100 }, [1]),
    ],
    ['that pages the access log', ({ disclosures }) => disclosures.page({ person: anna, limit: 50 })],
    ['that finds dispatches to be rung', ({ due }) => due.dispatches(START, START + MINUTE, 100)],
    ['that finds timers that are due', ({ due }) => due.journeys(START, START + MINUTE, 100)],
    [
      'that chains the access log',
      ({ chains }) => chains.extend(100, () => Promise.resolve([])).catch(() => undefined),
    ],
  ])('%s reads through a whole table', async (_, ask) => {
    await ask(stores);
    const asked = plans.splice(0).join('\n');
    expect(asked).toMatch(/Index (Only )?Scan/);
    expect(asked).not.toMatch(/Seq Scan on (journey|journal|dispatch|timer|participant|person|access_entry)/);
  });
});

const FAILURE = { code: 'unreachable', message: 'away' };
