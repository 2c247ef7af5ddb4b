import { describeWithRedis, until } from '../support/index.js';
import { everyEffectOnce, ledgerOf } from './audit.js';
import { ASKED } from './errands.js';
import { startWorld } from './world.js';
import type { World } from './world.js';

const PATIENCE = 120_000;
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
      const random = randomFrom(SEED);
      const workers = await Promise.all([world.worker(), world.worker()]);
      const journeys = await world.errands(JOURNEYS);
      const all = JOURNEYS * ASKED.length;
      // Moments are told by how much is done by then, which is the same on a fast machine and a slow one.
      const moments = Array.from({ length: KILLS }, () => Math.ceil(random() * all * 0.8)).sort(
        (a, b) => a - b,
      );
      for (const moment of moments) {
        await until(async () => (await ledgerOf(world)).length >= moment, `${moment} entries`, 60);
        const [victim] = workers.splice(random() < 0.5 ? 0 : 1, 1);
        await victim?.kill();
        workers.push(await world.worker());
      }
      await everyEffectOnce(world, journeys);
    },
    PATIENCE,
  );
});

/** Numbers in [0, 1), always the same for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
