import { growingFaster, type Work, WorkCounter } from '../../../../test/support/counted-work.js';
import { fixtureCatalogue } from './fixtures/fixture-catalogue.js';
import { type Shape, SHAPES, sizedJourney } from './fixtures/sized-journey.js';

const SIZE = 300;
const FACTOR = 4;

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
async function workOn(shape: Shape, size: number, misspellings: readonly Misspelling[]) {
  const files = Object.entries(sizedJourney(shape, size)).map(([file, text]) => [
    file,
    misspellings.reduce((written, [name, wrong]) => written.replaceAll(name, wrong), text),
  ]);
  const journey = Object.fromEntries(files) as Record<string, string>;
  let errors = 0;
  const work = await counter.count(() => {
    errors = checkJourney('sized', journey, catalogue).diagnostics.length;
  });
  return { work, errors };
}

function total(work: Work): number {
  return [...work.values()].reduce((sum, count) => sum + count, 0);
}

describe.each(SHAPES)('the work of the check on a %s', shape => {
  it('grows no worse than n log n, in all and block by block', async () => {
    await workOn(shape, SIZE, []);
    const small = await workOn(shape, SIZE, []);
    const large = await workOn(shape, SIZE * FACTOR, []);
    expect([small.errors, large.errors]).toEqual([0, 0]);
    expect(total(small.work)).toBeGreaterThan(100 * SIZE);
    expect(total(large.work) / total(small.work)).toBeLessThan(
      FACTOR * (Math.log(SIZE * FACTOR) / Math.log(SIZE)),
    );
    expect(growingFaster(small.work, large.work, SIZE, FACTOR)).toEqual([]);
  });

  it.each<readonly [string, ...Misspelling[]]>([
    ['targets and guards', ['"target":"s', '"target":"x'], ['"guard":"c', '"guard":"d']],
    ['expressions', ['today > f', 'today > g'], ['.day : today', '.dya : today']],
    ['forms, services and reports', ['"day"', '"dya"'], ['kommune', 'komune'], ['cardSent', 'cardSnt']],
    ['texts', [' s', ' x']],
  ])('grows no worse when no name of its %s exists', async (_what, ...misspellings) => {
    const small = await workOn(shape, 2 * SIZE, misspellings);
    const large = await workOn(shape, 2 * SIZE * FACTOR, misspellings);
    expect(Math.min(small.errors, large.errors)).toBeGreaterThan(0);
    expect(total(large.work) / total(small.work)).toBeLessThan(
      FACTOR * (Math.log(2 * SIZE * FACTOR) / Math.log(2 * SIZE)),
    );
  });
});
