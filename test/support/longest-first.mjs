import TestSequencer from '@jest/test-sequencer';

/** The files that take longest, longest first. One that began last would be waited for alone. */
const LONGEST = [
  'test/faults/storm/storm',
  'test/hostile/hostile',
  'test/simulation/simulation',
  'test/faults/killed',
  'test/faults/cluster',
  'test/faults/shutdown',
  'test/faults/queue-lost',
  'test/faults/killed-at-random',
  'test/e2e/api/processes',
  'test/faults/answers',
  'test/privacy/at-rest',
  'apps/standalone/set-up/set-up',
  'test/history/history',
  'test/journeys/journeys',
  'test/auditor/read-postgres-accounts',
  'apps/standalone/src/embedded/postgres',
  'apps/standalone/src/embedded/guard',
  'test/simulation/country',
  'test/simulation/bites',
];

/**
 * Jest knows how long a file took the last time, and guesses by its size where there was none: of those, these begin before all
 * others.
 */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const rank = ({ path }) => {
      const at = LONGEST.findIndex(name => path.endsWith(`/${name}.spec.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    const unknown = sorted
      .filter(({ duration }) => duration === undefined)
      .toSorted((a, b) => rank(a) - rank(b));
    return sorted.map(test => (test.duration === undefined ? unknown.shift() : test));
  }
}
