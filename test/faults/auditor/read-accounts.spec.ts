import { describeWithRedis } from '../../support/index.js';
import { everyEffectOnce, everyEffectUndoneOnce } from '../audit.js';
import { ERRAND } from '../errands.js';
import { startWorld, type World } from '../world.js';
import { type Acknowledged } from './accounts.js';
import { auditEverything } from './audit-everything.js';
import { readAccounts } from './read-accounts.js';

const PATIENCE = 300_000;

describeWithRedis('the accounts of a whole system', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await world.workerHere();
  }, PATIENCE);

  afterAll(() => world?.close(), PATIENCE);

  it(
    'are read from authorities, stores and participants, and are in order where nothing went wrong',
    async () => {
      const { anna } = world;
      const acknowledged: Acknowledged[] = [];
      const person = await world.assembly.stores.persons.personOf('6110851234');
      const errand = async (key: string): Promise<string> => {
        const started = await anna.post(
          '/v1/journeys',
          { definition: 'errands' },
          { 'idempotency-key': key },
        );
        const { id: journey } = started.body as { readonly id: string };
        const request = { journey, person, task: 'declare', event: 'submit', key };
        const path = `/v1/journeys/${journey}/tasks/declare`;
        const done = await anna.post(path, { event: 'submit', data: ERRAND }, { 'idempotency-key': key });
        expect([started.status, done.status]).toEqual([201, 200]);
        acknowledged.push({ kind: 'start', journey, person, key }, { kind: 'submit', ...request });
        return journey;
      };
      const going = [await errand('first'), await errand('second')];
      await everyEffectOnce(world, going);
      const cancelled = await errand('third');
      const key = 'fourth';
      const undo = `/v1/journeys/${cancelled}/cancellation`;
      expect((await anna.post(undo, undefined, { 'idempotency-key': key })).status).toBe(200);
      acknowledged.push({ kind: 'cancel', journey: cancelled, person, key });
      await everyEffectUndoneOnce(world, [cancelled]);
      const { id: waiting } = await anna.start('errands');

      const accounts = await readAccounts(world, [...going, cancelled, waiting], acknowledged);
      expect(await auditEverything(accounts)).toEqual([]);
      expect(accounts.journeys.map(({ readings }) => readings.length)).toEqual([1, 1, 1, 1]);
      expect(accounts.journeys.flatMap(({ timers }) => timers).length).toBeGreaterThan(0);
      expect(
        accounts.journeys.flatMap(({ dispatches }) => dispatches.filter(({ disclosure }) => disclosure))
          .length,
      ).toBeGreaterThan(10);

      // One journey that nobody told the auditor of, and it knows.
      const without = await readAccounts(world, [...going, waiting]);
      const findings = await auditEverything(without);
      expect(new Set(findings.map(({ journey }) => journey))).toEqual(new Set([cancelled]));
    },
    PATIENCE,
  );
});
