import { ledgerOf } from '../auditor/index.js';
import { describeWithRedis, until } from '../support/index.js';
import { everyEffectOnce } from './audit.js';
import { ASKED } from './errands.js';
import { startWorld, type World } from './world.js';

const PATIENCE = 300_000;
/** That an errand sends its citizen. */
const MESSAGES = 1;

describeWithRedis('Redis', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await Promise.all([world.worker(), world.worker()]);
  }, PATIENCE);

  afterAll(() => world?.close(), PATIENCE);

  /** Waits until so many requests have reached authorities since there were `before`. */
  const asked = async (before: number, count: number): Promise<void> => {
    await until(async () => (await ledgerOf(world)).length >= before + count, `${count} requests`, 60);
  };

  it(
    'is emptied while a hundred journeys are under way: every journey ends',
    async () => {
      const journeys = await world.errands(100);
      await asked(0, 50);
      await world.redis.flush();
      // It was emptied while they were under way, or this shows nothing.
      expect((await ledgerOf(world)).length).toBeLessThan(100 * (ASKED.length + MESSAGES));
      await asked(0, 250);
      await world.redis.flush();
      await everyEffectOnce(world, journeys);
    },
    PATIENCE,
  );

  it(
    'is stopped for a while: citizens can go on meanwhile, and when it is back every journey ends',
    async () => {
      const before = (await ledgerOf(world)).length;
      const journeys = [...(await world.errands(20))];
      await asked(before, 20);
      await world.redis.stop();
      journeys.push(...(await world.errands(5)));
      const ready = await world.anna.get('/health/ready');
      expect([ready.status, ready.body]).toMatchObject([
        503,
        { dependencies: { postgres: 'up', queue: 'down' } },
      ]);
      await world.redis.start();
      await everyEffectOnce(world, journeys);
      expect((await world.anna.get('/health/ready')).status).toBe(200);
    },
    PATIENCE,
  );
});
