import { randomBytes } from 'node:crypto';
import { creation } from '../../../../test/conformance/ports/changes.js';
import { type FreshDatabase } from '../../../../test/support/index.js';
import { migratedDatabase } from '../../../../test/support/migrated-database.js';
import { type Database, openDatabase } from '../database.js';
import { PostgresStores } from '../postgres-stores.js';
import { MasterKeys } from './master-keys.js';
import { Rewrapping } from './rewrapping.js';

const NUMBERS = ['0101900002', '0202900003', '0303900001'];

describe('replacing a master key', () => {
  const [old, young] = [randomBytes(32), randomBytes(32)];
  const both = new MasterKeys([young, old]);
  const journeys = Array.from({ length: 7 }, () => creation());
  let fresh: FreshDatabase;
  let database: Database;
  let persons: readonly string[];
  let digest: Buffer;
  const storesUnder = (keys: MasterKeys): PostgresStores => new PostgresStores(database, keys);

  beforeAll(async () => {
    fresh = await migratedDatabase();
    database = openDatabase({ url: fresh.url });
    const stores = storesUnder(new MasterKeys([old]));
    await stores.journeys.commit(journeys);
    persons = await Promise.all(NUMBERS.map(number => stores.persons.personOf(number)));
    digest = await stores.digests.of('anna');
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  it('says how much stands under another key than the first', async () => {
    expect(await new Rewrapping(database, new MasterKeys([old])).remaining()).toBe(0);
    expect(await new Rewrapping(database, both).remaining()).toBe(journeys.length + NUMBERS.length + 1);
  });

  it('can be stopped and begun again, and then does what is left', async () => {
    const rewrapping = new Rewrapping(database, both, 2);
    for await (const done of rewrapping.run()) {
      expect(done).toBe(2);
      break;
    }
    expect(await rewrapping.remaining()).toBe(journeys.length + NUMBERS.length + 1 - 2);
    let rest = 0;
    for await (const done of rewrapping.run()) rest += done;
    expect(rest).toBe(journeys.length + NUMBERS.length + 1 - 2);
    expect(await rewrapping.remaining()).toBe(0);
    for await (const done of rewrapping.run()) throw new Error(`there was nothing left, and it did ${done}`);
  });

  it('lets processes that know both keys go on meanwhile', async () => {
    const process = storesUnder(new MasterKeys([old, young]));
    expect((await process.journeys.load(journeys[0]!.journey))?.version).toBe(1);
    expect(await process.digests.of('anna')).toEqual(digest);
  });

  it('leaves nothing that needs the old key', async () => {
    const stores = storesUnder(new MasterKeys([young]));
    for (const { journey } of journeys) expect((await stores.journeys.load(journey))?.version).toBe(1);
    expect(await Promise.all(persons.map(person => stores.persons.cprOf(person)))).toEqual(NUMBERS);
    expect(await Promise.all(NUMBERS.map(number => stores.persons.personOf(number)))).toEqual(persons);
    expect(await stores.digests.of('anna')).toEqual(digest);
  });

  it('names the key that is missing', async () => {
    const { journey } = creation();
    await storesUnder(new MasterKeys([old])).journeys.commit([creation({ journey })]);
    const run = new Rewrapping(database, new MasterKeys([young])).run();
    await expect(run.next()).rejects.toThrow(/needs master key [0-9a-f]{8}, which is not among the 1/);
  });
});
