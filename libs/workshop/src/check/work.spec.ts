import { isError } from '#journey';
import { growingFaster, type Work, WorkCounter } from '../../../../test/support/counted-work.js';
import { fixtureCatalogue } from './fixtures/fixture-catalogue.js';
import { type Shape, SHAPES, sizedJourney } from './fixtures/sized-journey.js';

const SIZE = 400;
const FACTOR = 3;

const counter = new WorkCounter();
const catalogue = fixtureCatalogue();
let checkJourney: (typeof import('./check-journey.js'))['checkJourney'];

beforeAll(async () => {
  await counter.start();
  ({ checkJourney } = await import('./check-journey.js'));
});
afterAll(() => counter.end());

type Misspelling = readonly [string, string];

/** The journey of a shape and size, with some names replaced wherever they stand, and what its check does. */
async function workOn(shape: Shape, size: number, misspellings: readonly Misspelling[] = []) {
  const files = Object.entries(sizedJourney(shape, size)).map(([file, text]) => [
    file,
    misspellings.reduce((written, [name, wrong]) => written.replaceAll(name, wrong), text),
  ]);
  const journey = Object.fromEntries(files) as Record<string, string>;
  let errors = 0;
  const work = await counter.count(() => {
    const { diagnostics } = checkJourney('sized', journey, catalogue);
    errors = diagnostics.filter(isError).length;
  });
  return { work, errors };
}

function total(work: Work): number {
  return [...work.values()].reduce((sum, count) => sum + count, 0);
}

/** How many times more may be done where there is so much more to do. */
const MOST_GROWTH = FACTOR * (Math.log(SIZE * FACTOR) / Math.log(SIZE));

it.each(SHAPES)('grows no worse than n log n on a %s, in all and block by block', async shape => {
  await workOn(shape, 100); // what is made once and kept
  const small = await workOn(shape, SIZE);
  const large = await workOn(shape, SIZE * FACTOR);
  expect([small.errors, large.errors]).toEqual([0, 0]);
  expect(total(small.work)).toBeGreaterThan(100 * SIZE);
  expect(total(large.work) / total(small.work)).toBeLessThan(MOST_GROWTH);
  expect(growingFaster(small.work, large.work, SIZE, FACTOR)).toEqual([]);
});

it.each<readonly [string, readonly Misspelling[]]>([
  [
    'state, condition, period or register event',
    [
      ['"target":"s', '"target":"x'],
      ['"guard":"c', '"guard":"d'],
      ['"taskWindow"', '"taskWindou"'],
      ['cardSent', 'cardSnt'],
    ],
  ],
  [
    'fact, field, form, service or text',
    [
      ['has(f', 'has(g'],
      ['.day', '.dya'],
      ['"day"', '"dya"'],
      ['kommune', 'komune'],
      ['\n s1', '\n x1'],
    ],
  ],
])('grows no worse when no %s exists', async (_what, misspellings) => {
  const small = await workOn('chain', SIZE, misspellings);
  const large = await workOn('chain', SIZE * FACTOR, misspellings);
  expect(large.errors).toBeGreaterThan(SIZE / 2);
  expect(total(large.work) / total(small.work)).toBeLessThan(MOST_GROWTH);
});
