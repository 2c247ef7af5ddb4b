import { loadCountry } from './country/country.js';
import { runSeeds } from './seeds.js';
import { type Setting } from './setting.js';
import { simulate } from './simulate.js';

/** A run among all journeys costs as much as many of the small ones. */
const SHARE = 25;
const COUNT = Math.ceil(Number(process.env['OVERGANG_SEEDS'] ?? 500) / SHARE);
const ONE = Number(process.env['OVERGANG_SEED']);
const MONTH = 30 * 86_400_000;
/** Runs are counted in seconds; this only ends what would never end. */
const PATIENCE = 1_200_000;

/** What must have come about in some journey. */
const EVERYTHING = ['started', 'submitted', 'answered', 'refused', 'elapsed', 'reported', 'offered'];

describe('people who live every journey that there is, for months', () => {
  let country: Setting;
  beforeAll(async () => {
    country = await loadCountry();
  }, PATIENCE);

  if (ONE > 0) {
    it(
      `seed ${ONE}`,
      async () => {
        const { world, findings } = await simulate(ONE, {}, country);
        process.stderr.write(`${world.trace.tail(Infinity)}\n`);
        expect(findings).toEqual([]);
      },
      PATIENCE,
    );
  } else {
    it(
      `lose nothing, and nothing is done twice: ${COUNT} seeds`,
      async () => {
        const lived = new Set<string>();
        const kinds = new Set<string>();
        let months = 0;
        await runSeeds(
          1,
          COUNT,
          ({ world: { stores, scheduler } }) => {
            months += (scheduler.now - country.start) / MONTH;
            for (const { id, definition } of stores.tables.journeys.values()) {
              lived.add(definition);
              for (const { kind } of stores.tables.journal.get(id) ?? []) kinds.add(kind);
            }
          },
          country,
        );
        if (COUNT < country.definitions.length) return;
        // A start may be lost in a storm.
        const missing = country.definitions.filter(({ stored: { id } }) => !lived.has(id));
        expect(missing.length).toBeLessThan(3);
        expect(EVERYTHING.filter(kind => !kinds.has(kind))).toEqual([]);
        expect(months).toBeGreaterThan(COUNT);
      },
      PATIENCE,
    );
  }
});
