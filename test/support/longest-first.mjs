import TestSequencer from '@jest/test-sequencer';

/**
 * The files that take longest, longest first. One that began last would be waited for alone. Those that mostly wait, as for processes
 * that are killed, stand between those that keep a processor busy.
 */
const LONGEST = [
  'test/faces/every-journey',
  'test/faults/storm/storm',
  'test/faults/cluster',
  'test/faces/pages',
  'test/faults/killed',
  'test/faces/a-divorce',
  'test/faults/killed-at-random',
  'test/faces/a-death',
  'test/faults/queue-lost',
  'test/faults/answers',
  'test/faces/a-birth',
  'test/faults/shutdown',
  'test/e2e/api/processes',
  'test/hostile/hostile',
  'test/scenarios/scenarios',
  'test/e2e/matrix/matrix',
  'test/hostile/limits',
  'test/e2e/erase-command',
  'apps/designer/src/lsp/lsp-command',
  'test/faces/media',
  'test/faces/ops-dispatch',
  'test/faces/ops',
  'test/faces/start-pages',
  'test/e2e/api/limits',
  'test/faces/strangers',
  'test/faces/forms',
  'test/journeys/journeys',
  'test/faces/sign-in',
  'test/journeys/ended-by-death',
  'test/faces/counter',
  'test/e2e/audit-command',
  'test/faces/a-move',
  'test/e2e/api/given-mandates',
  'libs/workshop/src/check/check-journey',
  'test/faces/a-loss',
  'test/e2e/api/designer',
  'apps/standalone/set-up/set-up',
  'apps/standalone/test/clock',
  'test/privacy/at-rest',
  'test/simulation/simulation',
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
