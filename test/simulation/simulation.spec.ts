import { runSeeds } from './seeds.js';
import { simulate } from './simulate.js';

const BASE = 1;
const BATCH = 250;
const ONE = Number(process.env['OVERGANG_SEED']);
const COUNT = Number(process.env['OVERGANG_SEEDS'] ?? 500);
/** Runs are counted in milliseconds; this only ends what would never end. */
const PATIENCE = 600_000;

/** Every kind of entry that a journal may have, and every status of a journey. */
const EVERYTHING = [
  'started',
  'submitted',
  'answered',
  'refused',
  'skipped',
  'elapsed',
  'reported',
  'late',
  'cancelled',
  'undone',
  'not-undone',
  'held',
  'waiting',
  'resumed',
  'is active',
  'is held',
  'is cancelling',
  'is done',
  'is cancelled',
];

if (ONE > 0) {
  it(
    `seed ${ONE}`,
    async () => {
      const { world, findings } = await simulate(ONE);
      process.stderr.write(`${world.trace.tail(Infinity)}\n${world.trace.digest()}\n`);
      expect(findings).toEqual([]);
    },
    PATIENCE,
  );
} else {
  describe('whatever goes wrong, in whatever order', () => {
    const seen = new Set<string>();
    const batches = Array.from({ length: Math.ceil(COUNT / BATCH) }, (_, batch) => BASE + batch * BATCH);

    it.each(batches)(
      'nothing is lost and nothing is done twice: seeds from %i',
      async first => {
        await runSeeds(first, Math.min(BATCH, BASE + COUNT - first), ({ world: { statuses, stores } }) => {
          for (const status of statuses) seen.add(`is ${status}`);
          for (const journal of stores.tables.journal.values())
            for (const { kind } of journal) seen.add(kind);
        });
      },
      PATIENCE,
    );

    // A few seeds do not go everywhere.
    if (COUNT >= 500) {
      it('has been everywhere', () => {
        expect(EVERYTHING.filter(one => !seen.has(one))).toEqual([]);
      });
    }
  });
}
