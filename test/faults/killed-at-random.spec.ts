import { ledgerOf } from '../auditor/index.js';
import { describeWithRedis, seededRandom, until } from '../support/index.js';
import { everyEffectOnce } from './audit.js';
import { ASKED } from './errands.js';
import { startWorld, type World } from './world.js';

const PATIENCE = 300_000;
const JOURNEYS = 30;
const KILLS = 4;
/** Another seed gives other moments: `OVERGANG_SEED=7 npx jest test/faults`. */
const SEED = Number(process.env['OVERGANG_SEED'] ?? 20250101);

describeWithRedis('workers killed again and again at random moments', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, PATIENCE);

  afterAll(() => world?.close(), PATIENCE);

  it(
    `leave no effect out and do none twice (seed ${SEED})`,
    async () => {
      const random = seededRandom(SEED);
      const workers = await Promise.all([world.worker(), world.worker()]);
      const journeys = await world.errands(JOURNEYS);
      const all = JOURNEYS * ASKED.length;
      // Moments are told by how much is done by then, which is the same on a fast machine and a slow one.
      const moments = Array.from({ length: KILLS }, () => random.whole(1, Math.ceil(all * 0.8))).sort(
        (a, b) => a - b,
      );
      for (const moment of moments) {
        await until(async () => (await ledgerOf(world)).length >= moment, `${moment} entries`, 60);
        const [victim] = workers.splice(random.whole(0, 1), 1);
        await victim?.kill();
        workers.push(await world.worker());
      }
      await everyEffectOnce(world, journeys);
    },
    PATIENCE,
  );
});
